package io.github.keycloakjumpcloud.openldap;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenLDAP server is started with. A size limit of 0 means none. Either the LDIF is added below the organization's entries, or the server
 * serves a database that {@link OpenLdapDatabase} has made; then it logs nothing and counts instead ({@link OpenLdapServer#totals}).
 */
public record OpenLdapSettings(
        String organizationId,
        int sizeLimit,
        @Nullable TlsFiles tls,
        String ldif,
        @Nullable Path database) {

    /** The small company of {@link SmallCompany}, no size limit, no TLS. */
    public static OpenLdapSettings of(String organizationId) {
        return new OpenLdapSettings(organizationId, 0, null, SmallCompany.ldif(organizationId), null);
    }

    public OpenLdapSettings sizeLimit(int entries) {
        return new OpenLdapSettings(organizationId, entries, tls, ldif, database);
    }

    public OpenLdapSettings tls(TlsFiles files) {
        return new OpenLdapSettings(organizationId, sizeLimit, files, ldif, database);
    }

    public OpenLdapSettings ldif(String entries) {
        return new OpenLdapSettings(organizationId, sizeLimit, tls, entries, database);
    }

    public OpenLdapSettings database(Path folder) {
        return new OpenLdapSettings(organizationId, sizeLimit, tls, "", folder);
    }
}
