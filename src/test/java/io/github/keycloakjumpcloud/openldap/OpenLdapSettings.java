package io.github.keycloakjumpcloud.openldap;

import org.jspecify.annotations.Nullable;

/** What an OpenLDAP server is started with. A size limit of 0 means none; the LDIF is added below the organization's entries. */
public record OpenLdapSettings(
        String organizationId, int sizeLimit, @Nullable TlsFiles tls, String ldif) {

    /** The small company of {@link SmallCompany}, no size limit, no TLS. */
    public static OpenLdapSettings of(String organizationId) {
        return new OpenLdapSettings(organizationId, 0, null, SmallCompany.ldif(organizationId));
    }

    public OpenLdapSettings sizeLimit(int entries) {
        return new OpenLdapSettings(organizationId, entries, tls, ldif);
    }

    public OpenLdapSettings tls(TlsFiles files) {
        return new OpenLdapSettings(organizationId, sizeLimit, files, ldif);
    }

    public OpenLdapSettings ldif(String entries) {
        return new OpenLdapSettings(organizationId, sizeLimit, tls, entries);
    }
}
