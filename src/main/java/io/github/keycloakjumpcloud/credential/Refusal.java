package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.BindOutcome;

/** Why JumpCloud refused a password, in words for the administrator. */
final class Refusal {

    private Refusal() {}

    static Verdict.Refused of(BindOutcome.InvalidCredentials refusal) {
        String words = refusal.words().isEmpty() ? "" : "; in JumpCloud's words: " + refusal.words();
        return new Verdict.Refused(reason(refusal.state()) + words, refusal.state());
    }

    private static String reason(AccountState state) {
        return switch (state) {
            case LOCKED ->
                "the account is locked (accountLocked); unlock it in the JumpCloud Admin Portal, or wait until"
                        + " JumpCloud does";
            case PASSWORD_EXPIRED ->
                "the password has expired (passwordExpired); a new one is set in the JumpCloud User Portal";
            case CHANGE_NEEDED -> "the password must be changed first (changeAfterReset), in the JumpCloud User Portal";
            case NOT_TOLD ->
                "a wrong password, or an account that is suspended, locked, expired, not activated or not"
                        + " bound to JumpCloud LDAP (invalidCredentials)";
        };
    }
}
