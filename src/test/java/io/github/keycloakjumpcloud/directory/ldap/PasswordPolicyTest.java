package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10WarningType;
import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server tells of an account with the answer to a bind. */
class PasswordPolicyTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    private BindOutcome bind(String uid, String password) {
        BindOutcome outcome =
                setup.ask(directory -> directory.bind(standIn.directory().dnOf(uid), password));
        return outcome instanceof BindOutcome.InvalidCredentials refused
                ? new BindOutcome.InvalidCredentials(refused.state(), refused.words())
                : outcome;
    }

    @ParameterizedTest
    @CsvSource({"locked.out, LOCKED", "expired.pw, PASSWORD_EXPIRED", "suspended.user, NOT_TOLD", "jane.doe, NOT_TOLD"})
    void aRefusalSaysWhyWhereTheServerTells(String uid, AccountState state) {
        standIn.behaviour().passwordPolicyErrors(true);
        String password = uid.equals("jane.doe") ? "wrong" : standIn.passwordOf(uid);

        assertThat(bind(uid, password)).isEqualTo(new BindOutcome.InvalidCredentials(state));
    }

    @Test
    void aServerThatTellsNothingGivesAPlainRefusal() {
        assertThat(bind("locked.out", standIn.passwordOf("locked.out")))
                .isEqualTo(new BindOutcome.InvalidCredentials());
    }

    @Test
    void theServersWordsArePassedOnUnlessTheyRepeatThePassword() {
        standIn.behaviour().refusalText("Account is suspended");
        assertThat(bind("jane.doe", "wrong"))
                .isEqualTo(new BindOutcome.InvalidCredentials(AccountState.NOT_TOLD, "Account is suspended"));

        standIn.behaviour().refusalText("no such password: S3cret-Phrase");
        assertThat(bind("jane.doe", "S3cret-Phrase")).isEqualTo(new BindOutcome.InvalidCredentials());

        standIn.behaviour().refusalText("x".repeat(10_000));
        assertThat(bind("jane.doe", "wrong"))
                .isEqualTo(new BindOutcome.InvalidCredentials(AccountState.NOT_TOLD, "x".repeat(200)));
    }

    @Test
    void aPasswordThatMustBeChangedIsRight() {
        standIn.behaviour().changeAfterReset(true);

        assertThat(bind("jane.doe", standIn.passwordOf("jane.doe")))
                .isEqualTo(new BindOutcome.Accepted(AccountState.CHANGE_NEEDED));
    }

    @Test
    void askingCostsNoRoundTripAndDemandsNothing() {
        standIn.resetCounts();

        bind("jane.doe", standIn.passwordOf("jane.doe"));

        assertThat(standIn.counts().roundTrips()).isOne();
        assertThat(PasswordPolicyAnswer.request().isCritical()).isFalse();
    }

    @Test
    void oneOfTheLastBindsThatAreGrantedMeansThatThePasswordHasExpired() {
        assertThat(told(new DraftBeheraLDAPPasswordPolicy10ResponseControl(
                        DraftBeheraLDAPPasswordPolicy10WarningType.GRACE_LOGINS_REMAINING, 2, null)))
                .isEqualTo(AccountState.PASSWORD_EXPIRED);
        assertThat(told(new DraftBeheraLDAPPasswordPolicy10ResponseControl(
                        DraftBeheraLDAPPasswordPolicy10WarningType.TIME_BEFORE_EXPIRATION, 3_600, null)))
                .isEqualTo(AccountState.NOT_TOLD);
    }

    @Test
    void anAnswerThatCannotBeDecodedTellsNothing() {
        for (String garbage : List.of("", "garbage", "0\u007f")) {
            assertThat(told(new Control(
                            DraftBeheraLDAPPasswordPolicy10ResponseControl.PASSWORD_POLICY_RESPONSE_OID,
                            false,
                            new ASN1OctetString(garbage.getBytes(StandardCharsets.ISO_8859_1)))))
                    .isEqualTo(AccountState.NOT_TOLD);
        }
        assertThat(told()).isEqualTo(AccountState.NOT_TOLD);
    }

    private static AccountState told(Control... controls) {
        return PasswordPolicyAnswer.of(new BindResult(1, ResultCode.SUCCESS, null, null, null, controls));
    }
}
