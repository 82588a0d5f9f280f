package io.github.keycloakjumpcloud.diagnose;

import static io.github.keycloakjumpcloud.diagnose.Seen.DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.KNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.UNKNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.account;
import static io.github.keycloakjumpcloud.diagnose.Seen.person;
import static io.github.keycloakjumpcloud.diagnose.Seen.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.diagnose.Account.Lockout;
import io.github.keycloakjumpcloud.diagnose.Account.Origin;
import io.github.keycloakjumpcloud.diagnose.UserExplanation.Outlook;
import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Lookup.Unusable.Cause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a password that was sent. */
class BindStepTest {

    private static final Account LEFT = account(Origin.OURS, true, "2027-01-01T00:00:00Z", null, Lockout.NONE);

    @Test
    @DisplayName("it is tried where a sign-in would try it: at the entry found, otherwise at the stored DN")
    void tried() {
        assertThat(new Seen().diagnosis().dnToTry()).contains(DN);
        assertThat(new Seen().holder(KNOWN).diagnosis().dnToTry()).contains(DN);
        assertThat(new Seen().holder(KNOWN).lookup(UNKNOWN).diagnosis().dnToTry())
                .contains(DN);
        Lookup renamed = present(person("5001", "anna.new"));
        assertThat(new Seen().holder(KNOWN).lookup(renamed).diagnosis().dnToTry())
                .contains("uid=anna.new" + Seen.TREE);
        assertThat(new Seen()
                        .holder(KNOWN)
                        .lookup(renamed)
                        .unproven()
                        .diagnosis()
                        .dnToTry())
                .contains(DN);
    }

    @Test
    @DisplayName("it is tried though Keycloak has disabled the account")
    void disabled() {
        Account disabled = account(Origin.OURS, false, null, null, Lockout.NONE);

        assertThat(new Seen().holder(disabled).diagnosis().dnToTry()).contains(DN);
    }

    @Test
    @DisplayName("it is not tried where it cannot help, or there is no DN: JumpCloud would count it")
    void untried() {
        for (Seen seen : List.of(
                new Seen().switchedOff(),
                new Seen().lookup(new Lookup.Absent()),
                new Seen().lookup(UNKNOWN),
                new Seen().lookup(new Lookup.Unusable(Cause.READER, "", Seen.READER_DN, List.of())),
                new Seen()
                        .lookup(new Lookup.Unusable(Cause.OUTSIDE_USER_GROUPS, "", DN, List.of()))
                        .setting("userGroups", "Staff"),
                new Seen().holder(account(Origin.LOCAL, true, null, null, Lockout.NONE)),
                new Seen().holder(KNOWN).namesake(person("5002", "anna")))) {
            UserDiagnosis diagnosis = seen.diagnosis();

            assertThat(diagnosis.dnToTry()).isEmpty();
            assertThat(bind(diagnosis.untried()).result()).isEqualTo(Finding.Result.SKIPPED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_TOLD, passwordRefused",
        "LOCKED, accountLocked",
        "PASSWORD_EXPIRED, passwordExpired",
        "CHANGE_NEEDED, changeNeeded"
    })
    @DisplayName("a refusal says what JumpCloud tells")
    void refused(AccountState state, String code) {
        UserExplanation explanation = new Seen().diagnosis().tried(new Verdict.Refused("no", state), 12);

        assertThat(explanation.outlook()).isEqualTo(Outlook.CANNOT);
        assertThat(bind(explanation).result()).isEqualTo(Finding.Result.FAILED);
        assertThat(bind(explanation).code()).isEqualTo(code);
        assertThat(bind(explanation).millis()).isEqualTo(12);
    }

    @Test
    @DisplayName("a right password settles the matter, also for a known user whom no search could find")
    void accepted() {
        UserExplanation explanation = new Seen().diagnosis().tried(new Verdict.Accepted(), 12);
        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(bind(explanation).code()).isNull();

        assertThat(outlook(new Seen().holder(KNOWN).lookup(UNKNOWN), new Verdict.Accepted()))
                .isEqualTo(Outlook.CAN);
        assertThat(outlook(new Seen().holder(LEFT).lookup(UNKNOWN), new Verdict.Accepted()))
                .isEqualTo(Outlook.UNKNOWN);
        Account disabled = account(Origin.OURS, false, null, null, Lockout.NONE);
        assertThat(outlook(new Seen().holder(disabled), new Verdict.Accepted())).isEqualTo(Outlook.CANNOT);
    }

    @Test
    @DisplayName("a right password that must be changed lets in, with a warning")
    void mustBeChanged() {
        UserExplanation explanation =
                new Seen().diagnosis().tried(new Verdict.Accepted(AccountState.CHANGE_NEEDED), 12);

        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(bind(explanation).code()).isEqualTo("changeNeeded");
    }

    @Test
    @DisplayName("nobody's answer leaves the verdict open")
    void unanswered() {
        assertThat(outlook(new Seen(), new Verdict.Unavailable(Seen.AWAY))).isEqualTo(Outlook.UNKNOWN);
        assertThat(outlook(new Seen(), new Verdict.Unanswered())).isEqualTo(Outlook.UNKNOWN);
        assertThat(bind(new Seen().diagnosis().tried(new Verdict.Unanswered(), 1))
                        .code())
                .isEqualTo("pushUnanswered");
    }

    private static Outlook outlook(Seen seen, Verdict verdict) {
        return seen.diagnosis().tried(verdict, 1).outlook();
    }

    private static Finding bind(UserExplanation explanation) {
        return explanation.steps().get(explanation.steps().size() - 1);
    }
}
