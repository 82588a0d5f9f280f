package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.diagnose.FactSheet;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Facts;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.StandInDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server says, the text for a bug report names nobody. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FactSecrecyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    FactSecrecyTest() {
        setup.servers = List.of(Setup.ldaps(standIn));
        standIn.behaviour()
                .operationalAttributes(OperationalAttributes.SERVED)
                .ownPassword(true)
                .refusalText("jane.doe@example.com of " + standIn.usersDn() + " and Jane Doe may not")
                .unknowns()
                .vendor("Acme GmbH, " + standIn.organizationId() + ", 10.1.2.3")
                .whoAmI(true)
                .otherPasswords(true)
                .nestedGroups(true);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aServerThatTellsEverything() {
        assertNamesNobody(sheet());
    }

    @Test
    void aReaderWhoIsRefused() {
        setup.bindCredential = "quite-wrong";
        assertNamesNobody(sheet());
    }

    @Test
    void aServerThatCannotBeReached() {
        standIn.stopListening();

        String sheet = sheet();

        assertNamesNobody(sheet);
        assertThat(sheet).contains("\nAsked: none, because none could be reached\n");
    }

    @Test
    void onlyJumpCloudsHostsAreNamed() {
        List<ServerAddress> servers = List.of(
                new ServerAddress(true, "ldap.jumpcloud.com", 636),
                new ServerAddress(true, "jumpcloud.com.acme.example", 636));

        Facts facts = new Facts(servers.get(1), List.of(Fact.Question.GECOS.answered("absent", "no user has it")));

        assertThat(FactSheet.text(facts, servers, NOW))
                .isEqualTo("""
                        Facts about a JumpCloud directory
                        keycloak-jumpcloud (built from source) on Java %d, 2026-11-23
                        Servers: ldaps://ldap.jumpcloud.com:636, another host than JumpCloud's
                        Asked: number 2 of these

                        gecos: absent (no user has it)
                        """.formatted(Runtime.version().feature()));
    }

    private String sheet() {
        try (TrialConnections connections = setup.trial()) {
            Inspection before = new LdapInspector(connections, setup.config()).inspect();
            Facts facts = new FactFinder(connections, setup.config(), Duration.ZERO).find(before);
            return FactSheet.text(facts, setup.servers, NOW);
        }
    }

    private void assertNamesNobody(String sheet) {
        String letters = sheet.toLowerCase(Locale.ROOT);
        for (String secret : secrets()) {
            assertThat(letters).as(secret).doesNotContain(secret.toLowerCase(Locale.ROOT));
        }
        assertThat(letters).doesNotContain("@", "uid=", "cn=", "o=", "dc=", "localhost", "127.0.0.1", "acme", "quite-");
    }

    private List<String> secrets() {
        StandInDirectory directory = standIn.directory();
        List<String> secrets = new ArrayList<>(directory.usernames());
        secrets.addAll(directory.groupNames());
        secrets.addAll(List.of(
                standIn.organizationId(),
                standIn.readerPassword(),
                standIn.certificates().issuerName(),
                Integer.toString(standIn.ldapsPort()),
                "10.1.2.3",
                "1 Example Street",
                "AAAAC3NzaC1",
                "{SSHA}"));
        return secrets;
    }
}
