package io.github.keycloakjumpcloud.openldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import java.net.URI;
import org.junit.jupiter.api.Test;

@OnlyOn(value = Backend.PROCESS, because = "no Keycloak takes part")
final class OpenLdapServerIT {

    private static final OpenLdapSettings SETTINGS = OpenLdapSettings.of("5f0c1a2b3c4d5e6f70819203");

    @Test
    void servesUsersWithMemberOf() throws LDAPException {
        try (OpenLdapServer server = OpenLdapServer.start(SETTINGS);
                LDAPConnection reader = bind(server)) {
            SearchResult users = search(server, reader);
            assertThat(users.getEntryCount()).isEqualTo(6);
            assertThat(users.getSearchEntry("uid=cleo.park," + server.usersDn()).getAttributeValues("memberOf"))
                    .containsExactlyInAnyOrder("cn=engineering," + server.usersDn(), "cn=sales," + server.usersDn());
        }
    }

    @Test
    void stopsAtTheSizeLimit() throws LDAPException {
        try (OpenLdapServer server = OpenLdapServer.start(SETTINGS.sizeLimit(3));
                LDAPConnection reader = bind(server)) {
            assertThat(resultCode(server, reader)).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        }
    }

    private static LDAPConnection bind(OpenLdapServer server) throws LDAPException {
        URI url = URI.create(server.ldapUrl());
        return new LDAPConnection(
                url.getHost(), url.getPort(), server.readerDn(), OpenLdapServer.passwordOf("ldapreader"));
    }

    private static SearchResult search(OpenLdapServer server, LDAPConnection reader) throws LDAPSearchException {
        return reader.search(
                server.usersDn(), SearchScope.SUB, "(objectClass=inetOrgPerson)", "uid", "memberOf", "entryUUID");
    }

    private static ResultCode resultCode(OpenLdapServer server, LDAPConnection reader) {
        try {
            return search(server, reader).getResultCode();
        } catch (LDAPSearchException e) {
            return e.getResultCode();
        }
    }
}
