package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Settings as other products' manuals write them")
class KnownSetupsIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName(
            "Bitwarden Directory Connector's set-up syncs and signs in, certificates unverified as there, with a standing warning")
    void bitwarden(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        jumpCloud.certificates().untrusted();
        String organization = "o=" + jumpCloud.organizationId();
        long mark = server.log().mark();

        FederationApi federation = Federations.federate(
                server.admin(),
                jumpCloud,
                Map.of(
                        "connectionUrl",
                        "localhost:" + jumpCloud.ldapsPort(),
                        "verifyCertificates",
                        "false",
                        "baseDn",
                        organization + ",dc=jumpcloud,dc=com",
                        "bindDn",
                        "uid=ldapreader,ou=Users," + organization + ",dc=JumpCloud,dc=com",
                        "usersDn",
                        "ou=Users," + organization,
                        "userObjectClass",
                        "inetOrgPerson",
                        "emailLDAPAttribute",
                        "mail",
                        "groupsDn",
                        organization,
                        "groupObjectClass",
                        "groupOfNames"));
        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(federation.realm().users().groups("tom.baker")).contains("/Engineering", "/C++ Guild");
        assertSignsIn(federation, jumpCloud, "jane.doe");
        assertThat(server.log().since(mark)).contains("WARN").contains("certificate checks are off");
    }

    @Test
    @DisplayName("Wayk Bastion's set-up lets in the members of its group and nobody else; the reader is left out")
    void wayk(AdminApi admin, JumpCloudStandIn jumpCloud) {
        String users = "OU=Users,O=" + jumpCloud.organizationId().toUpperCase(Locale.ROOT) + ",DC=jumpcloud,DC=com";
        FederationApi federation = Federations.federate(
                admin,
                jumpCloud,
                Map.of("bindDn", "UID=ldapreader," + users, "baseDn", users, "userGroups", "wayk-users"));
        federation.fullSync().ok();

        RealmApi realm = federation.realm();
        assertThat(realm.users().names()).containsExactlyInAnyOrder("alice.admin", "jane.doe", "peter.lang");
        assertSignsIn(federation, jumpCloud, "peter.lang");
        assertThat(realm.signIn()
                        .with("tom.baker", jumpCloud.passwordOf("tom.baker"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    @DisplayName("a free organization with a single user is synced like any other")
    void singleUser(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().empty().start()) {
            jumpCloud.directory().addUser(StandInUser.of("anna", "Anna", "Auer"));
            FederationApi federation = Federations.federate(admin, jumpCloud);

            assertThat(federation.fullSync().ok().path("added").asInt()).isEqualTo(1);
            assertThat(federation.fullSync().ok().path("updated").asInt()).isZero();
            assertThat(federation.realm().users().names()).containsExactly("anna");
            assertSignsIn(federation, jumpCloud, "anna");
        }
    }

    @Test
    @DisplayName("ldap:// with StartTLS encrypts before any password is sent")
    void startTls(AdminApi admin, JumpCloudStandIn jumpCloud) {
        // A server that refuses every bind and search in clear text.
        jumpCloud.behaviour().cleartext(false);
        FederationApi federation = Federations.federate(
                admin, jumpCloud, Map.of("connectionUrl", jumpCloud.ldapUrl(), "startTls", "true"));
        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertSignsIn(federation, jumpCloud, "jane.doe");

        OperationCounts counts = jumpCloud.counts();
        assertThat(counts.startTls()).isEqualTo(counts.connections());
    }

    @Test
    @DisplayName(
            "with certificates unverified, the standing warning names the provider; with verified ones there is none")
    void standingWarning(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        long mark = server.log().mark();
        FederationApi verified = Federations.federate(server.admin(), jumpCloud);
        assertSignsIn(verified, jumpCloud, "jane.doe");
        assertThat(server.log().since(mark)).doesNotContain("certificate checks are off");

        FederationApi unverified =
                Federations.federate(server.admin(), jumpCloud, Map.of("verifyCertificates", "false"));
        assertSignsIn(unverified, jumpCloud, "jane.doe");
        assertThat(server.log().since(mark)).contains("jumpcloud: certificate checks are off ('Verify certificates')");
    }

    private static void assertSignsIn(FederationApi federation, JumpCloudStandIn jumpCloud, String uid) {
        assertThat(federation
                        .realm()
                        .signIn()
                        .with(uid, jumpCloud.passwordOf(uid))
                        .isSuccess())
                .isTrue();
    }
}
