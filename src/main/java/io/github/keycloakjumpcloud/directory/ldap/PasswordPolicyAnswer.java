package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10WarningType;
import io.github.keycloakjumpcloud.directory.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * The password-policy control (draft-behera-ldap-password-policy-10, 1.3.6.1.4.1.42.2.27.8.5.1). It travels with the bind and its answer, so it costs
 * no round trip. JumpCloud returns it with successful binds; whether it ever tells why a bind was refused is not documented.
 */
final class PasswordPolicyAnswer {

    private PasswordPolicyAnswer() {}

    /** Asks for the answer. Not critical: a server that does not know it must ignore it (RFC 4511, section 4.1.11). */
    static Control request() {
        return new DraftBeheraLDAPPasswordPolicy10RequestControl(false);
    }

    /** What the answer to a bind tells; an answer that cannot be decoded tells nothing. */
    static AccountState of(LDAPResult answer) {
        try {
            DraftBeheraLDAPPasswordPolicy10ResponseControl control =
                    DraftBeheraLDAPPasswordPolicy10ResponseControl.get(answer);
            return control == null ? AccountState.NOT_TOLD : state(control.getErrorType(), control.getWarningType());
        } catch (LDAPException e) {
            return AccountState.NOT_TOLD;
        }
    }

    private static AccountState state(
            @Nullable DraftBeheraLDAPPasswordPolicy10ErrorType error,
            @Nullable DraftBeheraLDAPPasswordPolicy10WarningType warning) {
        if (error == null) {
            return warning == DraftBeheraLDAPPasswordPolicy10WarningType.GRACE_LOGINS_REMAINING
                    ? AccountState.PASSWORD_EXPIRED
                    : AccountState.NOT_TOLD;
        }
        return switch (error) {
            case ACCOUNT_LOCKED -> AccountState.LOCKED;
            case PASSWORD_EXPIRED -> AccountState.PASSWORD_EXPIRED;
            case CHANGE_AFTER_RESET -> AccountState.CHANGE_NEEDED;
            // The others answer attempts to change a password, which nobody makes here.
            default -> AccountState.NOT_TOLD;
        };
    }
}
