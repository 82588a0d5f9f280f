package io.github.keycloakjumpcloud.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.diagnose.Finding.Result;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which stages a test has and how each is judged, whatever an inspection saw. */
class ConnectionTestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(12);
    private static final ServerAddress FIRST = new ServerAddress(true, "first.example.org", 636);
    private static final ServerAddress SECOND = new ServerAddress(true, "second.example.org", 636);
    private static final Problem UNREACHABLE = Problem.of(Kind.UNREACHABLE, FIRST.toString(), "refused");
    private static final Inspection.Users USERS = new Inspection.Users(3, true, List.of("anna"), 1, 0, "reader");
    private static final Inspection.Groups GROUPS = new Inspection.Groups(2, true, 2, List.of("Team"), List.of(), null);

    private final Map<String, List<String>> settings = new HashMap<>(Map.of(
            "organizationId", List.of("5f0c1a2b3c4d5e6f70819203"),
            "bindDn", List.of("reader"),
            "bindCredential", List.of("Unmistakable")));

    @Test
    void allIsWell() {
        List<Finding> findings = findings(List.of(good(FIRST)), signedIn(FIRST), tree(), List.of(good(SECOND)));

        assertThat(findings)
                .extracting(Finding::name)
                .containsExactly(
                        "resolve",
                        "connect",
                        "tls",
                        "bind",
                        "search",
                        "base",
                        "users",
                        "groups",
                        "identity",
                        "paging",
                        "sign-in-resolve",
                        "sign-in-connect",
                        "sign-in-tls");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.result()).as(finding.name()).isEqualTo(Result.OK);
            assertThat(finding.code()).isNull();
            assertThat(finding.millis()).isEqualTo(12);
            assertThat(finding.message().english()).doesNotContain("{", "jumpcloud.test");
        });
        assertThat(findings.toString()).doesNotContain("Unmistakable");
        assertThat(details(findings, "resolve"))
                .isEqualTo(Map.of("server", FIRST.toString(), "addresses", List.of("192.0.2.1")));
        assertThat(details(findings, "connect")).isEqualTo(Map.of("server", FIRST.toString(), "address", "192.0.2.1"));
        assertThat(details(findings, "bind").keySet()).containsExactly("server", "bindDn");
        assertThat(details(findings, "base").keySet()).containsExactly("usersDn", "groupsDn");
        assertThat(details(findings, "users"))
                .isEqualTo(Map.of(
                        "found",
                        3,
                        "complete",
                        true,
                        "examples",
                        List.of("anna"),
                        "usersWithoutMail",
                        1,
                        "usersUnusable",
                        0,
                        "leftOut",
                        "reader"));
        assertThat(details(findings, "identity")).containsEntry("attribute", "uidNumber");
        assertThat(details(findings, "paging")).isEqualTo(Map.of("offered", true));
        assertThat(details(findings, "sign-in-tls")).containsEntry("server", SECOND.toString());
    }

    @Test
    void aDeadServerIsAWarningWhileAnotherWorks() {
        List<Finding> findings =
                findings(List.of(dead(FIRST), good(SECOND)), signedIn(SECOND), tree(), List.of(dead(FIRST)));

        assertThat(findings)
                .filteredOn(finding -> finding.name().equals("connect"))
                .extracting(Finding::result)
                .containsExactly(Result.WARNING, Result.OK);
        assertThat(finding(findings, "connect").code()).isEqualTo("unreachable");
        assertThat(finding(findings, "connect").message().english()).contains("refused", "firewall");
        assertThat(finding(findings, "sign-in-connect").result()).isEqualTo(Result.FAILED);
    }

    @Test
    void whatCannotBeReachedIsSkippedAndSaysSo() {
        List<Finding> findings = findings(List.of(dead(FIRST)), List.of(), Inspection.Tree.unseen(), List.of());

        assertThat(findings)
                .extracting(Finding::result)
                .containsExactly(
                        Result.OK,
                        Result.FAILED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED,
                        Result.SKIPPED);
        Finding bind = finding(findings, "bind");
        assertThat(bind.millis()).isNull();
        assertThat(bind.code()).isNull();
        assertThat(bind.message().english()).contains("before it failed");
        assertThat(bind.details()).containsKey("bindDn");
    }

    @Test
    void aServerThatDidNotLetTheReaderInIsAWarningWhereTheNextOneDid() {
        Problem busy = Problem.of(Kind.SERVER_ERROR, "51 busy", "");
        Inspection.Reader refused = new Inspection.Reader(FIRST, new Look.Failed<>(busy, TOOK));

        assertThat(findings(List.of(), List.of(refused), tree(), List.of())
                        .get(0)
                        .result())
                .isEqualTo(Result.FAILED);
        List<Inspection.Reader> both =
                Stream.concat(Stream.of(refused), signedIn(SECOND).stream()).toList();
        assertThat(findings(List.of(), both, tree(), List.of()))
                .filteredOn(finding -> finding.name().equals("bind"))
                .extracting(Finding::result)
                .containsExactly(Result.WARNING, Result.OK);
    }

    @Test
    void usersThatCannotBeTaken() {
        Finding users = judged(new Inspection.Users(3, true, List.of(), 0, 2, null));

        assertThat(users.result()).isEqualTo(Result.WARNING);
        assertThat(users.code()).isEqualTo("usersUnusable");
        assertThat(users.message().english()).contains("2 of 3", "uid", "uidNumber");
        assertThat(users.details()).doesNotContainKey("leftOut");
    }

    @Test
    void moreUsersThanAreCounted() {
        Finding users = judged(new Inspection.Users(1000, false, List.of(), 0, 0, null));

        assertThat(users.result()).isEqualTo(Result.OK);
        assertThat(users.message().english()).startsWith("At least 1000");
    }

    @Test
    void groups() {
        assertThat(judged(new Inspection.Groups(2, true, 2, List.of(), List.of("Staff"), null)))
                .returns(Result.FAILED, Finding::result)
                .returns("userGroupNotFound", Finding::code)
                .satisfies(finding -> assertThat(finding.message().english()).contains("“Staff”"));
        assertThat(judged(new Inspection.Groups(0, true, 0, List.of(), List.of(), "cn=Team,ou=Users")))
                .returns(Result.FAILED, Finding::result)
                .returns("groupsNotFound", Finding::code);
        assertThat(judged(new Inspection.Groups(0, true, 0, List.of(), List.of(), null)))
                .returns(Result.WARNING, Finding::result)
                .returns("noGroups", Finding::code);
        assertThat(judged(new Inspection.Groups(5, true, 0, List.of(), List.of(), null)))
                .returns(Result.WARNING, Finding::result)
                .returns("noGroupChosen", Finding::code);
        assertThat(judged(new Inspection.Groups(5, true, 2, List.of(), List.of(), null))
                        .message()
                        .english())
                .contains("5", "chooses 2");
        assertThat(judged(new Inspection.Groups(1000, false, 0, List.of(), List.of(), null))
                        .message()
                        .english())
                .startsWith("At least 1000");
    }

    @Test
    void groupsThatPlayNoPart() {
        settings.put("groupsEnabled", List.of("false"));
        Finding groups = finding(findings(List.of(), List.of(), Inspection.Tree.unseen(), List.of()), "groups");
        assertThat(groups.result()).isEqualTo(Result.SKIPPED);
        assertThat(groups.message().english()).contains("“Import groups” is off");

        settings.put("userGroups", List.of("Team"));
        Finding required = judged(new Inspection.Groups(2, true, 0, List.of(), List.of(), null));
        assertThat(required.result()).isEqualTo(Result.OK);
        assertThat(required.message().english()).isEqualTo("Groups found: 2.");
    }

    @Test
    void identity() {
        assertThat(judged(new Inspection.Identity(IdAttribute.UID, 0)))
                .returns(Result.WARNING, Finding::result)
                .returns("identityIsName", Finding::code);
        assertThat(judged(new Inspection.Identity(IdAttribute.UID_NUMBER, 2)))
                .returns(Result.WARNING, Finding::result)
                .returns("identityShared", Finding::code);
    }

    @Test
    void paging() {
        Finding cut = judged(new Inspection.Paging(false, 300, Inspection.Reach.CUT));
        assertThat(cut.result()).isEqualTo(Result.WARNING);
        assertThat(cut.code()).isEqualTo("sizeLimit");
        assertThat(cut.details()).isEqualTo(Map.of("offered", false, "sizeLimit", 300));

        Finding paged = judged(new Inspection.Paging(true, 300, Inspection.Reach.PAGED));
        assertThat(paged.result()).isEqualTo(Result.OK);
        assertThat(paged.details()).containsEntry("sizeLimit", 300);
        assertThat(judged(new Inspection.Paging(true, 1000, Inspection.Reach.COUNTED))
                        .message()
                        .english())
                .contains("page by page");
        assertThat(judged(new Inspection.Paging(false, 1000, Inspection.Reach.COUNTED)))
                .returns(Result.WARNING, Finding::result)
                .returns("noPaging", Finding::code)
                .satisfies(finding ->
                        assertThat(finding.message().english()).contains("1000", "does not offer", "Run a preview"));
    }

    private Finding judged(Object seen) {
        Inspection.Tree well = tree();
        Inspection.Tree tree = new Inspection.Tree(
                well.search(),
                well.base(),
                seen instanceof Inspection.Users users ? look(users) : well.users(),
                seen instanceof Inspection.Groups groups ? look(groups) : well.groups(),
                seen instanceof Inspection.Identity identity ? look(identity) : well.identity(),
                seen instanceof Inspection.Paging paging ? look(paging) : well.paging());
        String name = seen.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return finding(findings(List.of(), List.of(), tree, List.of()), name);
    }

    private List<Finding> findings(
            List<Inspection.Server> servers,
            List<Inspection.Reader> readers,
            Inspection.Tree tree,
            List<Inspection.Server> signInServers) {
        JumpCloudConfig config = ConfigReader.read(settings, secret -> secret);
        return ConnectionTest.findings(new Inspection(servers, readers, tree, signInServers), config, NOW);
    }

    private static Finding finding(List<Finding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> details(List<Finding> findings, String name) {
        return finding(findings, name).details();
    }

    private static Inspection.Server good(ServerAddress server) {
        return new Inspection.Server(
                server,
                look(List.of("192.0.2.1")),
                look("192.0.2.1"),
                look(Optional.of(new Inspection.Encryption(
                        "TLSv1.3", "CIPHER", "CN=Subject", "CN=Issuer", NOW.plus(Duration.ofDays(90))))));
    }

    private static Inspection.Server dead(ServerAddress server) {
        return new Inspection.Server(
                server, look(List.of("192.0.2.1")), new Look.Failed<>(UNREACHABLE, TOOK), new Look.Skipped<>());
    }

    private static List<Inspection.Reader> signedIn(ServerAddress server) {
        return List.of(new Inspection.Reader(server, look("uid=reader")));
    }

    private static Inspection.Tree tree() {
        return new Inspection.Tree(
                look("o=base"),
                look(List.of("ou=Users,o=base")),
                look(USERS),
                look(GROUPS),
                look(new Inspection.Identity(IdAttribute.UID_NUMBER, 0)),
                look(new Inspection.Paging(true, 4, Inspection.Reach.WHOLE)));
    }

    private static <T> Look<T> look(T what) {
        return new Look.Seen<>(what, TOOK);
    }
}
