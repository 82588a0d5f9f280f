package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.dn.DistinguishedName;

/** Binds a new connection as the LDAP reader. */
final class ReaderBind implements Servers.Preparation {

    private final ConnectionSettings settings;

    ReaderBind(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void prepare(Link link) throws LdapFailure {
        long limitMillis = settings.readTimeout().toMillis();
        SimpleBindRequest request = new SimpleBindRequest(settings.bindDn(), settings.bindCredential());
        request.setResponseTimeoutMillis(limitMillis);
        try {
            link.connection().bind(request);
        } catch (LDAPException e) {
            Problem problem = e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                    ? Problem.of(Problem.Kind.READER_REFUSED, settings.bindDn(), organization())
                    : ResultCodes.problem(e, link.server().toString(), limitMillis);
            throw new LdapFailure(problem, e);
        }
    }

    private String organization() {
        return DistinguishedName.parse(settings.bindDn())
                .flatMap(dn -> dn.value("o"))
                .orElse("");
    }
}
