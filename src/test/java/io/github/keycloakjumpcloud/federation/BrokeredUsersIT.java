package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm whose people came from JumpCloud by OIDC; another realm of the same server stands for JumpCloud there. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("From identity brokering to this provider")
class BrokeredUsersIT {

    private static final String ALIAS = "jumpcloud-oidc";

    private JumpCloudStandIn jumpCloud;
    private RealmApi issuer;
    private RealmApi realm;

    @BeforeEach
    void startBrokering(AdminApi admin) {
        jumpCloud = FourPeople.start();
        issuer = admin.createRealm();
        realm = admin.createRealm();
        new OidcBroker(issuer, realm, ALIAS).set();
        // JumpCloud's name for a person is the address there, and the user name in LDAP.
        issuer.users().createLocal("anna@example.com", "anna@example.com", "at the issuer");
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "the same user signs in with the JumpCloud password, with the same id, role and local group, and still through the broker")
    void sameUser() {
        signInThroughBroker();
        String id = realm.users().id("anna@example.com");
        LocalContent local = new LocalContent(realm);
        local.grantNewRole("anna@example.com", "auditor");
        local.join("anna@example.com", local.group("Readers"));
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        // Her name and address are taken: by herself.
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 1));

        JsonNode preview = federation.post("adopt", Map.of("from", ALIAS)).ok();
        assertThat(preview.path("adopted").asBoolean()).isFalse();
        assertThat(preview.path("userNames")).extracting(JsonNode::asText).containsExactly("anna@example.com");
        assertThat(preview.path("matches")).singleElement().satisfies(match -> {
            assertThat(match.path("username").asText()).isEqualTo("anna@example.com");
            assertThat(match.path("knownAs").asText()).isEqualTo("anna@example.com");
            assertThat(match.path("jumpCloudUsername").asText()).isEqualTo("anna");
        });
        documented().check("/{component}/adopt", "post", "200", preview);
        assertThat(realm.users().get("anna@example.com").has("federationLink")).isFalse();
        federation
                .post(
                        "adopt",
                        Map.of("from", ALIAS, "plan", preview.path("plan").asText()))
                .ok();
        // Not what was cached when she was looked at above.
        assertThat(realm.users().get("anna@example.com").path("federationLink").asText())
                .isEqualTo(federation.id());
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(realm.users().names()).containsExactly("anna", "bert", "cleo", "dora");
        assertThat(realm.users().id("anna")).isEqualTo(id);
        assertThat(realm.users().groups("anna")).containsExactly("/Readers", "/Team");
        assertThat(realm.users().effectiveRealmRoles("anna")).contains("auditor");
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
        signInThroughBroker();
        assertThat(realm.users().names()).hasSize(4);
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName(
            "who has a password in Keycloak or is a stranger to JumpCloud's LDAP is left, with the reason, and nobody else is touched")
    void left() {
        issuer.users().createLocal("stranger", "stranger@example.org", "at the issuer");
        realm.users().createLocal("bert", "bert@example.com", "in Keycloak");
        link("bert", ALIAS, "sub-bert", "bert@example.com");
        realm.users().createLocal("stranger", "stranger@example.org", "in Keycloak");
        link("stranger", ALIAS, "sub-stranger", "stranger@example.org");
        realm.users().createLocal("cleo", "cleo@example.com", "in Keycloak");
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));

        JsonNode preview = federation.post("adopt", Map.of("from", ALIAS)).ok();

        assertThat(preview.path("users").asInt()).isZero();
        assertThat(preview.path("leftBehind"))
                .extracting(left -> left.path("name").asText())
                .containsExactlyInAnyOrder("bert", "stranger");
        assertThat(preview.path("leftBehind").toString()).contains("Users > Credentials", "shows nobody");
        assertThat(federation.post("adopt", Map.of("from", "no-such-alias")).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a stranger who has chosen anna's name at a social provider does not become anna")
    void socialProvider() {
        realm.post(
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "hub",
                                "providerId",
                                "github",
                                "config",
                                Map.of("clientId", "keycloak", "clientSecret", "hub-secret")))
                .ok();
        String stranger = realm.post("/users", Map.of("username", "stranger", "enabled", true))
                .createdId();
        link("stranger", "hub", "4711", "anna");
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));

        Response preview = federation.post("adopt", Map.of("from", "hub"));

        assertThat(preview.status()).isEqualTo(409);
        assertThat(preview.error()).isEqualTo("adoption_refused");
        assertThat(preview.body().path("message").asText()).contains("'hub'", "'github'", "a stranger");
        documented().check("/{component}/adopt", "post", "409", preview.body());
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
        assertThat(realm.users().id("anna")).isNotEqualTo(stranger);
    }

    private void signInThroughBroker() {
        PlainBrowser browser = PlainBrowser.open(realm).follow("/broker/" + ALIAS + "/login");
        assertThat(browser.submit(Map.of("username", "anna@example.com", "password", "at the issuer"))
                        .isSignedIn())
                .as(browser.page())
                .isTrue();
    }

    private void link(String username, String alias, String brokerId, String brokerName) {
        realm.post(
                        "/users/" + realm.users().id(username) + "/federated-identity/" + alias,
                        Map.of("identityProvider", alias, "userId", brokerId, "userName", brokerName))
                .ok();
    }

    private DocumentedAnswers documented() {
        return new DocumentedAnswers(realm.get("/jumpcloud/openapi").ok());
    }

    /** The realm that signs people in for another, by OIDC. */
    private record OidcBroker(RealmApi issuer, RealmApi realm, String alias) {

        void set() {
            issuer.post(
                            "/clients",
                            Map.of(
                                    "clientId",
                                    alias,
                                    "secret",
                                    "broker-secret",
                                    "redirectUris",
                                    List.of(base(realm) + "/broker/" + alias + "/endpoint")))
                    .ok();
            realm.post(
                            "/identity-provider/instances",
                            Map.of(
                                    "alias",
                                    alias,
                                    "providerId",
                                    "oidc",
                                    "trustEmail",
                                    true,
                                    "config",
                                    Map.of(
                                            "issuer",
                                            base(issuer),
                                            "authorizationUrl",
                                            oidc("auth"),
                                            "tokenUrl",
                                            oidc("token"),
                                            "jwksUrl",
                                            oidc("certs"),
                                            "useJwksUrl",
                                            "true",
                                            "validateSignature",
                                            "true",
                                            "clientAuthMethod",
                                            "client_secret_post",
                                            "clientId",
                                            alias,
                                            "clientSecret",
                                            "broker-secret")))
                    .ok();
        }

        private String oidc(String endpoint) {
            return base(issuer) + "/protocol/openid-connect/" + endpoint;
        }

        private static String base(RealmApi of) {
            return of.admin().baseUrl() + "/realms/" + of.name();
        }
    }
}
