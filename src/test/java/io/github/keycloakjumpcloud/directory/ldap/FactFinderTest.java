package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.standin.EmptyPasswordBind;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.RootDseAccess;
import io.github.keycloakjumpcloud.standin.SizeLimitScope;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every question about the server, with every answer that the stand-in can give; {@link FactsOfEntriesTest} has the others. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FactFinderTest {

    private static final int UNWILLING = 53;

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().empty().start();
    private final Setup setup = new Setup(standIn);
    private Duration idle = Duration.ZERO;

    FactFinderTest() {
        standIn.directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addUser(StandInUser.of("cleo", "Cleo", "Cole"))
                .addGroup("Team", "anna", "bert");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void anAnswerToEachQuestion() {
        List<Fact> facts = FoundFacts.of(setup, idle).all();

        assertThat(facts).extracting(Fact::question).containsExactly(Question.values());
        assertThat(facts)
                .filteredOn(fact -> fact.answer().equals(Fact.UNKNOWN))
                .extracting(Fact::question)
                .containsExactlyInAnyOrder(Question.REGIONS, Question.IDLE, Question.FORBIDDEN_SEARCH);
    }

    @Test
    void nothingIsWrittenAndNobodyElseTried() {
        FoundFacts unused = FoundFacts.of(setup, idle);

        assertThat(standIn.operations()).noneMatch(operation -> operation.kind() == OperationKind.WRITE);
        assertThat(standIn.operations())
                .filteredOn(operation -> operation.kind() == OperationKind.BIND)
                .extracting(operation -> operation.dn())
                .allMatch(dn -> dn.isEmpty() || dn.equals(standIn.readerDn()) || dn.startsWith("uid=nobody-"));
    }

    @ParameterizedTest
    @CsvSource({"EVERYBODY, everybody", "BARE, everybody", "BOUND, readersOnly", "NOBODY, nobody"})
    void rootDse(RootDseAccess access, String answer) {
        standIn.behaviour().unknowns().rootDse(access).vendor("OpenLDAP of Jane");

        Fact fact = fact(Question.ROOT_DSE);

        assertThat(fact.answer()).isEqualTo(answer);
        if (access == RootDseAccess.BARE) {
            assertThat(fact.seen()).isEqualTo("controls none; extensions none");
        } else if (access != RootDseAccess.NOBODY) {
            assertThat(fact.seen()).contains("1.2.840.113556.1.4.319", "extensions 1.3.6", "\"OpenLDAP of …\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, readable", "false, hidden"})
    void schema(boolean served, String answer) {
        standIn.behaviour().unknowns().schema(served);

        assertThat(fact(Question.SCHEMA).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"HONOURED, honoured", "IGNORED, ignored", "UNSUPPORTED, unsupported"})
    void criticalPaging(PagingMode mode, String answer) {
        standIn.behaviour().paging(mode);

        assertThat(fact(Question.CRITICAL_PAGING).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"0, PER_PAGE, noneSeen, fewer than 10", "2, PER_PAGE, perPage, at 2", "2, OVERALL, overall, at 2"})
    void sizeLimit(int limit, SizeLimitScope scope, String answer, String seen) {
        standIn.behaviour().serverSizeLimit(limit).sizeLimitScope(scope);

        assertThat(fact(Question.SIZE_LIMIT).answer()).isEqualTo(answer);
        assertThat(fact(Question.SIZE_LIMIT).seen()).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({"PER_PAGE, perPage, lead further", "OVERALL, overall, lead no further"})
    void pagesThatNobodyAnnounces(SizeLimitScope scope, String answer, String seen) {
        standIn.behaviour().serverSizeLimit(2).sizeLimitScope(scope).unknowns().rootDse(RootDseAccess.NOBODY);

        assertThat(fact(Question.SIZE_LIMIT).answer()).isEqualTo(answer);
        assertThat(fact(Question.SIZE_LIMIT).seen()).endsWith(seen + "; pages are not announced");
    }

    @ParameterizedTest
    @CsvSource({"0, accepted, 0 success", "53, refused, 53 unwilling to perform"})
    void anonymousBind(int result, String answer, String code) {
        standIn.behaviour().unknowns().anonymousBind(result);

        assertThat(fact(Question.ANONYMOUS_BIND))
                .isEqualTo(Question.ANONYMOUS_BIND.answered(
                        answer, "bind: " + code + "; search without a bind: 32 no such object without entries"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNWILLING, refused, 53 unwilling to perform",
        "INVALID_CREDENTIALS, refused, 49 invalid credentials",
        "ACCEPTED, accepted, 0 success"
    })
    void emptyPassword(EmptyPasswordBind mode, String answer, String code) {
        standIn.behaviour().emptyPasswordBind(mode);

        assertThat(fact(Question.EMPTY_PASSWORD).answer()).isEqualTo(answer);
        assertThat(fact(Question.EMPTY_PASSWORD).seen()).startsWith("bind: " + code);
    }

    @ParameterizedTest
    @CsvSource({"49, invalidCredentials", "32, otherResult"})
    void unknownUser(int result, String answer) {
        standIn.behaviour()
                .refusalText("User nobody-1 of Acme is unknown")
                .unknowns()
                .unknownUserBind(result);

        assertThat(fact(Question.UNKNOWN_USER).answer()).isEqualTo(answer);
        assertThat(fact(Question.UNKNOWN_USER).seen()).endsWith("\"User …-… of … is unknown\"");
    }

    @ParameterizedTest
    @CsvSource({"true, supported, as a DN", "false, unsupported, '2 protocol error, \"unsupported extended operation\"'"
    })
    void whoAmI(boolean supported, String answer, String seen) {
        standIn.behaviour().unknowns().whoAmI(supported);

        assertThat(fact(Question.WHO_AM_I)).isEqualTo(Question.WHO_AM_I.answered(answer, seen));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, accepted, 0 success",
        "false, true, refused, 0 success",
        "true, false, accepted, 2 protocol error"
    })
    void clearText(boolean allowed, boolean startTls, String answer, String starting) {
        standIn.behaviour().cleartext(allowed).startTls(startTls);
        setup.startTls = startTls;

        assertThat(fact(Question.CLEAR_TEXT).answer()).isEqualTo(answer);
        assertThat(fact(Question.CLEAR_TEXT).seen()).endsWith("StartTLS: " + starting);
    }

    @Test
    void clearTextWhereNobodyMayBindWithoutAName() {
        standIn.behaviour().unknowns().anonymousBind(UNWILLING);

        assertThat(fact(Question.CLEAR_TEXT).answer()).isEqualTo("otherResult");
    }

    @Test
    void aSilentServer() {
        setup.readTimeout = Duration.ofMillis(200);
        standIn.behaviour().hang(Hang.SEARCH);

        Duration start = Duration.ofNanos(System.nanoTime());
        assertThat(fact(Question.UID_NUMBER)).isEqualTo(Question.UID_NUMBER.unknown("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime()).minus(start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void noClearTextPortIsGuessed() {
        setup.servers = List.of(Setup.ldaps(standIn));

        assertThat(fact(Question.CLEAR_TEXT).answer()).isEqualTo(Fact.UNKNOWN);
    }

    @Test
    void encryption() {
        assertThat(fact(Question.ENCRYPTION)).isEqualTo(Question.ENCRYPTION.answered("none", "as configured"));

        setup.servers = List.of(Setup.ldaps(standIn));
        assertThat(fact(Question.ENCRYPTION).answer()).isEqualTo("TLSv1.3");
        assertThat(fact(Question.ENCRYPTION).seen())
                .contains("certificate of an authority that is not named here, valid until 20")
                .doesNotContain(standIn.certificates().issuerName());
    }

    @Test
    void idleConnections() {
        idle = Duration.ofSeconds(1);
        assertThat(fact(Question.IDLE)).isEqualTo(Question.IDLE.answered("open", "still answers after 1 s"));

        standIn.behaviour().idleTimeout(Duration.ofMillis(300));
        idle = Duration.ofSeconds(20);
        assertThat(fact(Question.IDLE)).isEqualTo(Question.IDLE.answered("closed", "by the server after about 0 s"));
    }

    @ParameterizedTest
    @CsvSource({"NO_SUCH_OBJECT, noSuchObject", "EMPTY, empty"})
    void forbiddenSearch(ForbiddenSearch mode, String answer) {
        standIn.behaviour().forbiddenSearch(mode);
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(fact(Question.FORBIDDEN_SEARCH).answer()).isEqualTo(answer);
        assertThat(fact(Question.UID_NUMBER)).isEqualTo(Question.UID_NUMBER.unknown("the reader may not search"));
    }

    @Test
    void toFindOneselfIsNoRightToSearch() {
        standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY).unknowns().ownEntry(true);
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(fact(Question.FORBIDDEN_SEARCH))
                .isEqualTo(Question.FORBIDDEN_SEARCH.answered(
                        "empty",
                        "own entry: 0 success with the own entry; below the user path: 0 success with the own entry"));
    }

    @Test
    void aReaderWhoIsRefused() {
        setup.bindCredential = "quite-wrong";

        FoundFacts facts = FoundFacts.of(setup, idle);

        assertThat(facts.fact(Question.ANONYMOUS_BIND).answer()).isEqualTo("accepted");
        assertThat(facts.fact(Question.ROOT_DSE))
                .isEqualTo(Question.ROOT_DSE.unknown("the reader was not let in: readerRefused"));
        assertThat(facts.fact(Question.SIZE_LIMIT).answer()).isEqualTo(Fact.UNKNOWN);
        assertThat(standIn.operations())
                .filteredOn(operation ->
                        operation.kind() == OperationKind.BIND && operation.dn().equals(standIn.readerDn()))
                .hasSize(1);
    }

    @Test
    void nobodyIsThere() {
        standIn.stopListening();

        assertThat(FoundFacts.of(setup, idle).all()).allSatisfy(fact -> {
            assertThat(fact.answer()).isEqualTo(Fact.UNKNOWN);
            assertThat(fact.seen()).isEqualTo("unreachable");
        });
    }

    private Fact fact(Question question) {
        return FoundFacts.of(setup, idle).fact(question);
    }
}
