package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The password policy control, which JumpCloud returns with a successful bind when asked for (ldapts live tests 2019-2025). */
final class PasswordPolicyResponse {

    static final String OID = "1.3.6.1.4.1.42.2.27.8.5.1";

    private final Behaviour behaviour;

    PasswordPolicyResponse(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    List<Control> controls(List<Control> requested, @Nullable Account account, boolean ok) {
        if (requested.stream().noneMatch(control -> control.getOID().equals(OID))) {
            return List.of();
        }
        DraftBeheraLDAPPasswordPolicy10ErrorType error =
                ok ? errorOfSuccess() : account == null ? null : error(account);
        return List.of(new DraftBeheraLDAPPasswordPolicy10ResponseControl(null, -1, error));
    }

    private @Nullable DraftBeheraLDAPPasswordPolicy10ErrorType errorOfSuccess() {
        return behaviour.changeAfterReset ? DraftBeheraLDAPPasswordPolicy10ErrorType.CHANGE_AFTER_RESET : null;
    }

    private @Nullable DraftBeheraLDAPPasswordPolicy10ErrorType error(Account account) {
        if (!behaviour.passwordPolicyErrors) {
            return null;
        }
        if (account.is(Account.Flag.LOCKED)) {
            return DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED;
        }
        return account.is(Account.Flag.PASSWORD_EXPIRED)
                ? DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED
                : null;
    }
}
