package io.github.keycloakjumpcloud.diagnose;

import static io.github.keycloakjumpcloud.diagnose.Seen.DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.KNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.account;
import static io.github.keycloakjumpcloud.diagnose.Seen.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.Refresh;
import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.diagnose.Account.Lockout;
import io.github.keycloakjumpcloud.diagnose.Account.Origin;
import io.github.keycloakjumpcloud.diagnose.UserExplanation.Outlook;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Lookup.Unusable.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the entry says does not count while sign-ins go by the password alone. */
class RefreshStepTest {

    private static final Refresh LATELY = new Refresh.Rests(Instant.parse("2027-01-01T10:05:00.5Z"));
    private static final Lookup OUTSIDE = new Lookup.Unusable(Cause.OUTSIDE_USER_GROUPS, "", DN, List.of());

    static Stream<Seen> objections() {
        return Stream.of(
                new Seen().holder(KNOWN).setting("userGroups", "Staff").lookup(OUTSIDE),
                new Seen().holder(KNOWN).lookup(new Lookup.Unusable(Cause.INCOMPLETE, "No id.", DN, List.of())),
                new Seen().holder(KNOWN).namesake(person("5002", "anna")));
    }

    @ParameterizedTest
    @MethodSource("objections")
    @DisplayName("what the entry says is a warning then, and the step says until when; the password is tried")
    void spared(Seen seen) {
        UserDiagnosis diagnosis = seen.refresh(LATELY).diagnosis();

        UserExplanation explanation = diagnosis.withoutPassword();
        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(explanation.steps()).extracting(Finding::result).doesNotContain(Finding.Result.FAILED);
        assertThat(refresh(explanation).result()).isEqualTo(Finding.Result.WARNING);
        assertThat(refresh(explanation).code()).isEqualTo("refreshedLately");
        assertThat(refresh(explanation).message().english()).contains("Until 2027-01-01T10:05:00Z");
        assertThat(refresh(explanation).details()).containsEntry("until", "2027-01-01T10:05:00Z");
        assertThat(diagnosis.dnToTry()).contains(DN);
        assertThat(diagnosis.tried(new Verdict.Refused("no"), 1).outlook()).isEqualTo(Outlook.CANNOT);
    }

    @ParameterizedTest
    @MethodSource("objections")
    @DisplayName("without a refresh it does not count before the next sync")
    void never(Seen seen) {
        UserExplanation explanation = seen.refresh(new Refresh.Never()).explained();

        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(refresh(explanation).code()).isEqualTo("neverRefreshed");
        assertThat(refresh(explanation).message().english()).contains("is -1");
    }

    @Test
    @DisplayName("whether somebody who is not found can sign in, only the password shows")
    void notFound() {
        for (Refresh refresh : List.of(LATELY, new Refresh.Never())) {
            UserDiagnosis diagnosis = new Seen()
                    .holder(KNOWN)
                    .lookup(new Lookup.Absent())
                    .refresh(refresh)
                    .diagnosis();

            assertThat(diagnosis.withoutPassword().outlook()).isEqualTo(Outlook.UNKNOWN);
            assertThat(refresh(diagnosis.withoutPassword()).result()).isEqualTo(Finding.Result.WARNING);
            assertThat(diagnosis.dnToTry()).contains(DN);
            assertThat(diagnosis.tried(new Verdict.Refused("no"), 1).outlook()).isEqualTo(Outlook.CANNOT);
            assertThat(diagnosis.tried(new Verdict.Accepted(), 1).outlook()).isEqualTo(Outlook.CAN);
        }
    }

    @Test
    @DisplayName("what Keycloak itself says counts all the same")
    void keycloak() {
        Account disabled = account(Origin.OURS, false, null, null, Lockout.NONE);
        Account reader = new Account(
                "k-1", "ldapreader", Origin.OURS, null, true, "5000", Seen.READER_DN, null, null, Lockout.NONE);
        Account local = account(Origin.LOCAL, true, null, null, Lockout.NONE);

        for (Seen seen : List.of(
                new Seen().holder(disabled),
                new Seen().holder(KNOWN).switchedOff(),
                new Seen().holder(reader).lookup(new Lookup.Unusable(Cause.READER, "", Seen.READER_DN, List.of())),
                new Seen().holder(local))) {
            assertThat(seen.refresh(LATELY).explained().outlook()).isEqualTo(Outlook.CANNOT);
        }
    }

    @Test
    @DisplayName("where the entry says nothing against it, nothing is remarked")
    void allWell() {
        for (Refresh refresh : List.of(LATELY, new Refresh.Never(), new Refresh.Due())) {
            UserExplanation explanation =
                    new Seen().holder(KNOWN).refresh(refresh).explained();

            assertThat(explanation.steps()).extracting(Finding::code).containsOnlyNulls();
            assertThat(refresh(explanation).result()).isEqualTo(Finding.Result.OK);
        }
        assertThat(refresh(new Seen().explained()).message().english()).contains("reads the user’s entry");
    }

    private static Finding refresh(UserExplanation explanation) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(StepName.REFRESH.text()))
                .findFirst()
                .orElseThrow();
    }
}
