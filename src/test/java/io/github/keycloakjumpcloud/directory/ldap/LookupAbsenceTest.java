package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Outage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What proves that somebody is not there, and what does not. */
class LookupAbsenceTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @BeforeEach
    void start() {
        standIn.resetCounts();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void anAnswerCutShortIsNoAnswer() {
        standIn.behaviour().serverSizeLimit(1);

        assertThat(unknown(byEmail("shared.box@example.com")).kind()).isEqualTo(Problem.Kind.SIZE_LIMIT);
    }

    @Test
    void aReaderWithoutTheRightToSearchIsNoProofOfAbsence() {
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.READER_CANNOT_SEARCH);
    }

    @Test
    void aReaderThatIsShownNothingDoesNotMakeKnownUsersAbsent() {
        standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(unknown(byId("no such id")).kind()).isEqualTo(Problem.Kind.READER_CANNOT_SEARCH);

        standIn.directory().setBindDn(standIn.readerName(), true);
        assertThat(byId("no such id")).isEqualTo(new Lookup.Absent());
    }

    @Test
    void aMissingBaseIsNoProofOfAbsence() {
        setup.usersDn = "ou=People," + standIn.baseDn();

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BASE_NOT_FOUND);
        assertThat(problem.details()).containsExactly(setup.usersDn);
    }

    @Test
    void aWrongReaderPasswordIsItsOwnProblem() {
        setup.bindCredential = "wrong";

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.READER_REFUSED);
        assertThat(problem.details()).containsExactly(standIn.readerDn(), standIn.organizationId());
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void aRefusedReaderDoesNotTryItsPasswordAtEveryLookUp() {
        setup.bindCredential = "wrong";
        setup.upkeep = new Upkeep(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(500), false);

        setup.use(directory -> {
            for (int i = 0; i < 5; i++) {
                assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.READER_REFUSED);
            }
            assertThat(standIn.counts().binds()).isOne();

            standIn.directory().setPassword(standIn.readerName(), "wrong");
            await().untilAsserted(() -> present(directory.findByUsername("jane.doe")));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 11, 50, 51, 52, 53, 80})
    void anyOtherAnswerIsNoProofOfAbsence(int code) {
        standIn.behaviour().unavailable(Outage.SEARCHES, code);

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(problem.details().get(0)).startsWith(code + " ");
        assertThat(standIn.counts().searches()).isOne();
    }

    @Test
    void aTimeLimitIsATimeout() {
        standIn.behaviour().unavailable(Outage.SEARCHES, 3);

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.TIMEOUT);
    }

    @Test
    void aBrokenCustomFilterIsAProblemAndNotAnAnswer() {
        setup.customFilter = "(title=";

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
    }

    @Test
    void anEmptyAnswerIsAbsence() {
        standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);

        assertThat(byUsername("nobody.here")).isEqualTo(new Lookup.Absent());
    }

    private Lookup byUsername(String username) {
        return setup.ask(directory -> directory.findByUsername(username));
    }

    private Lookup byId(String id) {
        return setup.ask(directory -> directory.findById(IdAttribute.UID_NUMBER, id));
    }

    private Lookup byEmail(String email) {
        return setup.ask(directory -> directory.findByEmail(email));
    }
}
