package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may bind. */
final class BindHandler {

    private final Tenants tenants;
    private final Behaviour behaviour;
    private final SecondFactor secondFactor;
    private final PasswordPolicyResponse passwordPolicy;

    BindHandler(Tenants tenants, Behaviour behaviour) {
        this.tenants = tenants;
        this.behaviour = behaviour;
        this.secondFactor = new SecondFactor(behaviour);
        this.passwordPolicy = new PasswordPolicyResponse(behaviour);
    }

    Answer answer(Client client, BindRequestProtocolOp request, List<Control> controls) throws IOException {
        // A bind that fails leaves the connection anonymous (RFC 4513, section 4).
        client.become(null);
        if (request.getCredentialsType() == BindRequestProtocolOp.CRED_TYPE_SASL) {
            return Answer.of(ResultCodes.AUTH_METHOD_NOT_SUPPORTED, "SASL is not supported");
        }
        if (!client.secured() && !behaviour.cleartext) {
            return Answer.of(ResultCodes.CONFIDENTIALITY_REQUIRED, "TLS confidentiality required");
        }
        String key;
        try {
            key = DnText.normalize(request.getBindDN());
        } catch (LDAPException e) {
            return Answer.of(ResultCodes.INVALID_DN_SYNTAX, "invalid DN");
        }
        ASN1OctetString sent = request.getSimplePassword();
        String password = sent == null ? "" : sent.stringValue();
        if (password.isEmpty()) {
            return key.isEmpty() ? anonymous() : emptyPassword();
        }
        Tenant tenant = tenants.owning(key);
        Account account = tenant == null ? null : account(tenant, key);
        Answer answer = account == null ? nobody() : check(client, account, password);
        if (answer.ok() && tenant != null && account != null) {
            client.become(new Client.Identity(tenant, account.key(), request.getBindDN()));
        }
        return answer.with(passwordPolicy.controls(controls, account, answer.ok()));
    }

    private static @Nullable Account account(Tenant tenant, String key) {
        StoredEntry entry = tenant.store.get(key);
        return entry == null || entry.account() == null ? null : tenant.account(entry.account());
    }

    private Answer check(Client client, Account account, String password) throws IOException {
        if (!account.flags().isEmpty() || account.password() == null) {
            return refused();
        }
        boolean factorNeeded = client.kind == ListenerKind.TLS_WITH_MFA
                && !(account.user().bindDn() && behaviour.bindUsersExemptFromMfa);
        boolean right = factorNeeded
                ? secondFactor.passes(client, account.password(), password)
                : password.equals(account.password());
        return right ? Answer.success() : refused();
    }

    private Answer refused() {
        return Answer.of(ResultCodes.INVALID_CREDENTIALS, behaviour.refusalText);
    }

    private Answer anonymous() {
        return Answer.of(behaviour.unknowns().anonymousBind);
    }

    private Answer nobody() {
        return Answer.of(behaviour.unknowns().unknownUserBind, behaviour.refusalText);
    }

    private Answer emptyPassword() {
        return switch (behaviour.emptyPasswordBind) {
            case UNWILLING ->
                Answer.of(ResultCodes.UNWILLING_TO_PERFORM, "unauthenticated bind (DN with no password) disallowed");
            case INVALID_CREDENTIALS -> refused();
            case ACCEPTED -> Answer.success();
        };
    }
}
