package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Test when saving")
class SavingAsksJumpCloudIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName("UserFederationLdapConnectionTest: a server that cannot be reached is named, and nothing is saved")
    void unreachable(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.stopListening();
        assertThat(refusal(admin, Federations.settings(jumpCloud)))
                .contains("localhost:" + jumpCloud.ldapsPort(), "cannot be reached", "firewall");
    }

    @Test
    @DisplayName("UserFederationLdapConnectionTest: a host name that does not exist is named")
    void unknownHost(AdminApi admin, JumpCloudStandIn jumpCloud) {
        assertThat(refusal(admin, settings(jumpCloud, "connectionUrl", "ldaps://no-such-host.invalid:636")))
                .contains("no-such-host.invalid", "cannot be resolved");
    }

    @Test
    @DisplayName(
            "UserFederationLdapConnectionTest: TLS against the port that speaks plain LDAP is refused with the remedy")
    void tlsOnPlainPort(AdminApi admin, JumpCloudStandIn jumpCloud) {
        String wrongPort = "ldaps://localhost:" + jumpCloud.ldapPort();
        assertThat(refusal(admin, settings(jumpCloud, "connectionUrl", wrongPort)))
                .contains("localhost:" + jumpCloud.ldapPort(), "636");
        assertThat(jumpCloud.counts().binds()).isZero();
    }

    @Test
    @DisplayName("a certificate of an unknown authority is refused and the authority named")
    void untrustedCertificate(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.certificates().untrusted();
        assertThat(refusal(admin, Federations.settings(jumpCloud)))
                .contains(jumpCloud.certificates().issuerName(), "does not trust", "truststore-paths");
        assertThat(jumpCloud.counts().binds()).isZero();
    }

    @Test
    @DisplayName("an expired certificate is refused with its date")
    void expiredCertificate(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.certificates().expire();
        String date =
                jumpCloud.certificates().current().getNotAfter().toInstant().toString();
        assertThat(refusal(admin, Federations.settings(jumpCloud))).contains("expired on " + date);
        assertThat(jumpCloud.counts().binds()).isZero();
    }

    @Test
    @DisplayName("a certificate for another host is refused and its name given")
    void wrongHost(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.certificates().wrongHost();
        assertThat(refusal(admin, Federations.settings(jumpCloud)))
                .contains("ldap.wrong-host.test", "not to that host");
        assertThat(jumpCloud.counts().binds()).isZero();
    }

    @Test
    @DisplayName("where StartTLS is stripped on the way, no password is sent")
    void startTlsStripped(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().startTls(false);
        Map<String, List<String>> settings =
                Federations.settings(jumpCloud, Map.of("connectionUrl", jumpCloud.ldapUrl(), "startTls", "true"));
        assertThat(refusal(admin, settings)).contains("does not offer StartTLS", "Nothing was sent");
        assertThat(jumpCloud.counts().binds()).isZero();
        assertThat(jumpCloud.counts().searches()).isZero();
    }

    @Test
    @DisplayName("a wrong password of the reader is called that, and not repeated in the sentence")
    void wrongReaderPassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        assertThat(refusal(admin, settings(jumpCloud, "bindCredential", "mistyped-4711")))
                .contains("refused user name or password of the LDAP reader", jumpCloud.readerDn())
                .doesNotContain("mistyped-4711");
        assertThat(jumpCloud.counts().bindsRefused()).isEqualTo(1);
    }

    @ParameterizedTest(name = "a reader without “Enable as LDAP Bind DN” is told where to tick it ({0})")
    @EnumSource
    void readerMayNotSearch(ForbiddenSearch answer, AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().forbiddenSearch(answer);
        Map<String, List<String>> settings = Federations.settings(
                jumpCloud, Map.of("bindDn", "tom.baker", "bindCredential", jumpCloud.passwordOf("tom.baker")));
        assertThat(refusal(admin, settings)).contains("tom.baker", "“Enable as LDAP Bind DN”");
    }

    @Test
    @DisplayName("the wrong organization ID is pointed out")
    void wrongOrganization(AdminApi admin, JumpCloudStandIn jumpCloud) {
        String other = "0123456789abcdef01234567";
        assertThat(refusal(admin, settings(jumpCloud, "organizationId", other)))
                .contains(other, "organization ID is right");
    }

    @Test
    @DisplayName("a search that finds nobody is refused with the filter")
    void nobodyFound(AdminApi admin, JumpCloudStandIn jumpCloud) {
        assertThat(refusal(admin, settings(jumpCloud, "customUserSearchFilter", "(title=Astronaut)")))
                .contains("finds no user", "(title=Astronaut)");
    }

    @Test
    @DisplayName("with the test switched off, settings are saved while JumpCloud is away")
    void notTested(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.stopListening();
        RealmApi realm = admin.createRealm();
        FederationApi federation = realm.addJumpCloud(settings(jumpCloud, "testConnectionOnSave", "false"));

        assertThat(federation.fullSync().ok().path("failed").asInt()).isPositive();
        jumpCloud.startListening();
        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
    }

    @Test
    @DisplayName(
            "UserFederationLdapConnectionTest: with several servers the next one is asked, for the test, the sync and the sign-in")
    void failover(AdminApi admin, JumpCloudStandIn jumpCloud) {
        Map<String, List<String>> settings = Federations.settings(jumpCloud);
        settings.put("connectionUrl", List.of("ldaps://localhost:1", jumpCloud.ldapsUrl()));
        FederationApi federation = admin.createRealm().addJumpCloud(settings);

        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(federation
                        .realm()
                        .signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
    }

    private static Map<String, List<String>> settings(JumpCloudStandIn jumpCloud, String key, String value) {
        return Federations.settings(jumpCloud, Map.of(key, value));
    }

    /** The sentence with which the settings are refused; nothing may have been saved. */
    private static String refusal(AdminApi admin, Map<String, List<String>> settings) {
        RealmApi realm = admin.createRealm();
        Response answer = realm.tryAddJumpCloud(settings);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok())
                .isEmpty();
        return answer.message();
    }
}
