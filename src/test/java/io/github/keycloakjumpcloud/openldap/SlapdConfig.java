package io.github.keycloakjumpcloud.openldap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the slapd.conf. */
final class SlapdConfig {

    /** Sparse files: what is not used takes no place. */
    private static final long SMALL_BYTES = 100L << 20;

    private static final long LARGE_BYTES = 8L << 30;

    private SlapdConfig() {}

    static String of(OpenLdapSettings settings, Path folder) {
        String suffix = "dc=jumpcloud,dc=com";
        String users = "ou=Users,o=" + settings.organizationId() + "," + suffix;
        List<String> lines = new ArrayList<>();
        for (String schema : List.of("core", "cosine", "nis", "inetorgperson")) {
            lines.add("include /etc/ldap/schema/" + schema + ".schema");
        }
        lines.add("modulepath /usr/lib/ldap");
        lines.add("moduleload back_mdb");
        lines.add("moduleload memberof");
        lines.add("pidfile " + folder.resolve("slapd.pid"));
        TlsFiles tls = settings.tls();
        if (tls != null) {
            lines.add("TLSCACertificateFile " + tls.authority());
            lines.add("TLSCertificateFile " + tls.certificate());
            lines.add("TLSCertificateKeyFile " + tls.key());
            lines.add("TLSVerifyClient never");
        }
        lines.add("disallow bind_anon");
        lines.add("database mdb");
        lines.add("suffix \"" + suffix + "\"");
        lines.add("rootdn \"" + OpenLdapServer.ROOT_DN + "\"");
        lines.add("rootpw " + OpenLdapServer.ROOT_PASSWORD);
        Path database = settings.database();
        lines.add("directory " + (database == null ? folder.resolve("db") : database));
        lines.add("maxsize " + (database == null ? SMALL_BYTES : LARGE_BYTES));
        lines.add("dbnosync");
        lines.add("index objectClass,uid,mail,member,entryUUID eq");
        lines.add(
                settings.sizeLimit() == 0
                        ? "sizelimit unlimited"
                        : "sizelimit size.soft=" + settings.sizeLimit() + " size.hard=" + settings.sizeLimit()
                                + " size.prtotal=unlimited");
        lines.add("access to attrs=userPassword by anonymous auth by * none");
        lines.add("access to * by dn.exact=\"uid=ldapreader," + users + "\" read by self read by * none");
        lines.add("overlay memberof");
        lines.add("memberof-group-oc groupOfNames");
        lines.add("memberof-member-ad member");
        lines.add("memberof-memberof-ad memberOf");
        lines.add("memberof-refint true");
        lines.add("database monitor");
        lines.add("access to * by dn.exact=\"" + OpenLdapServer.ROOT_DN + "\" read by * none");
        return String.join("\n", lines) + "\n";
    }
}
