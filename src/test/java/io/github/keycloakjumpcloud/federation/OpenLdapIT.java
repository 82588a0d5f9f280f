package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.openldap.OpenLdapServer;
import io.github.keycloakjumpcloud.openldap.OpenLdapSettings;
import io.github.keycloakjumpcloud.openldap.TlsFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real slapd with a tree like JumpCloud's; skipped, with a message, where slapd is not installed. */
@ExtendWith(KeycloakExtension.class)
class OpenLdapIT {

    private static final String ORGANIZATION = "5f0c1a2b3c4d5e6f70819203";
    private static final OpenLdapSettings SETTINGS = OpenLdapSettings.of(ORGANIZATION);
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Test
    @DisplayName(
            "OpenLDAP: users and memberships by memberOf are imported under their entryUUID, which survives a rename")
    void importAndRename(AdminApi admin) {
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS)) {
            FederationApi federation = admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of()));
            RealmApi realm = federation.realm();
            LocalContent local = new LocalContent(realm);

            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(5, 0, 0, 0));

            assertThat(realm.users().names())
                    .containsExactly("anna.lund", "bert.moss", "cleo.park", "dora.quist", "emil.roth");
            assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("engineering", "sales");
            assertThat(realm.users().groups("cleo.park")).containsExactlyInAnyOrder("/engineering", "/sales");
            assertThat(realm.users().groups("emil.roth")).isEmpty();
            assertThat(local.attribute("cleo.park", "LDAP_ID"))
                    .singleElement()
                    .asString()
                    .matches(UUID);
            assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

            String id = realm.users().id("emil.roth");
            ldap.change(String.join(
                    "\n",
                    "dn: uid=emil.roth," + ldap.usersDn(),
                    "changetype: modrdn",
                    "newrdn: uid=emil.rothe",
                    "deleteoldrdn: 1",
                    "",
                    "dn: cn=sales," + ldap.usersDn(),
                    "changetype: modify",
                    "delete: member",
                    "member: uid=cleo.park," + ldap.usersDn(),
                    "-",
                    "add: member",
                    "member: uid=emil.rothe," + ldap.usersDn(),
                    ""));

            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));

            assertThat(realm.users().id("emil.rothe")).isEqualTo(id);
            assertThat(realm.users().groups("emil.rothe")).containsExactly("/sales");
            assertThat(realm.users().groups("cleo.park")).containsExactly("/engineering");
        }
    }

    @Test
    @DisplayName(
            "OpenLDAP: the right password signs in, a wrong or empty one does not; a first sign-in brings user and groups")
    void signIn(AdminApi admin) {
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS)) {
            FederationApi federation = admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of()));
            RealmApi realm = federation.realm();

            assertThat(realm.signIn()
                            .with("anna.lund", OpenLdapServer.passwordOf("anna.lund"))
                            .isSuccess())
                    .isTrue();
            assertThat(realm.signIn()
                            .with("dora.quist@example.com", OpenLdapServer.passwordOf("dora.quist"))
                            .isSuccess())
                    .isTrue();
            assertThat(realm.signIn().with("anna.lund", "wrong").errorDescription())
                    .isEqualTo("Invalid user credentials");
            assertThat(realm.signIn().with("anna.lund", "").isSuccess()).isFalse();
            assertThat(realm.signIn()
                            .with("ldapreader", OpenLdapServer.passwordOf("ldapreader"))
                            .isSuccess())
                    .isFalse();

            assertThat(realm.users().names()).containsExactly("anna.lund", "dora.quist");
            assertThat(realm.users().groups("anna.lund")).containsExactly("/engineering");
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));
        }
    }

    @Test
    @DisplayName("OpenLDAP: a size limit of three entries is met by paging, and everybody arrives")
    void sizeLimit(AdminApi admin) {
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS.sizeLimit(3))) {
            FederationApi federation = admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of()));

            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(5, 0, 0, 0));

            assertThat(federation.realm().users().groups("cleo.park"))
                    .containsExactlyInAnyOrder("/engineering", "/sales");
            // slapd's result code 4: the first search really was cut short.
            assertThat(ldap.log()).contains("SEARCH RESULT tag=101 err=4");
        }
    }

    @Test
    @DisplayName("OpenLDAP: memberships come from the groups' members where the administrator says so")
    void membershipsFromGroups(AdminApi admin) {
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS)) {
            FederationApi federation = admin.createRealm()
                    .addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of("membershipSource", "member")));

            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(5, 0, 0, 0));

            RealmApi realm = federation.realm();
            assertThat(realm.members("/engineering")).containsExactlyInAnyOrder("anna.lund", "bert.moss", "cleo.park");
            assertThat(realm.members("/sales")).containsExactlyInAnyOrder("cleo.park", "dora.quist");
            assertThat(ldap.log()).doesNotContain("memberOf");
        }
    }

    @Test
    @DisplayName("OpenLDAP: ldaps and StartTLS, both with the certificate verified")
    void tls(AdminApi admin, @TempDir Path folder) {
        TlsFiles files = new TlsFiles(
                folder.resolve("server.pem"),
                folder.resolve("server-key.pem"),
                TestAuthority.get().pemFile());
        TestAuthority.get().writeServerFiles(files.certificate(), files.key(), "localhost");
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS.tls(files))) {
            FederationApi ldaps = admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapsUrl(), Map.of()));
            FederationApi startTls =
                    admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of("startTls", "true")));

            for (FederationApi federation : List.of(ldaps, startTls)) {
                assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(5, 0, 0, 0));
                assertThat(federation
                                .realm()
                                .signIn()
                                .with("bert.moss", OpenLdapServer.passwordOf("bert.moss"))
                                .isSuccess())
                        .isTrue();
            }
            assertThat(ldap.log()).contains("STARTTLS").contains("TLS established");
        }
    }

    @Test
    @DisplayName("OpenLDAP: away in the middle, a sync fails and changes nothing, and a sign-in is no wrong password")
    void away(AdminApi admin, KeycloakServer keycloak) {
        FederationApi federation;
        try (OpenLdapServer ldap = OpenLdapServer.start(SETTINGS)) {
            federation = admin.createRealm().addJumpCloud(settings(ldap, ldap.ldapUrl(), Map.of()));
            SyncResult.full(federation);
        }
        RealmApi realm = federation.realm();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));

        assertThat(realm.users().names()).hasSize(5);
        assertThat(realm.users().groups("cleo.park")).hasSize(2);
        assertThat(realm.signIn()
                        .with("anna.lund", OpenLdapServer.passwordOf("anna.lund"))
                        .errorDescription())
                .isNotEqualTo("Invalid user credentials");
        assertThat(keycloak.log().text()).contains("cannot be reached");
    }

    private static Map<String, List<String>> settings(OpenLdapServer ldap, String url, Map<String, String> more) {
        Map<String, List<String>> settings = new HashMap<>();
        settings.put("connectionUrl", List.of(url));
        settings.put("organizationId", List.of(ORGANIZATION));
        settings.put("bindDn", List.of(ldap.readerDn()));
        settings.put("bindCredential", List.of(OpenLdapServer.passwordOf("ldapreader")));
        more.forEach((key, value) -> settings.put(key, List.of(value)));
        return settings;
    }
}
