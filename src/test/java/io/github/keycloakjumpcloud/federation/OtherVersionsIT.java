package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar, compiled against the newest Keycloak, in older ones. */
@DisplayName("On other versions of Keycloak")
class OtherVersionsIT {

    static Stream<String> versions() {
        return Stream.of(System.getProperty("keycloak.versions.other").split(","));
    }

    @ParameterizedTest(name = "{0}: sync, sign-in, approval and console work, and the log has no error")
    @MethodSource("versions")
    void works(String version) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start();
                KeycloakServer server = KeycloakServer.start(settings(version))) {
            assertThat(server.admin()
                            .get("/serverinfo")
                            .ok()
                            .at("/systemInfo/version")
                            .asText())
                    .isEqualTo(version);
            withoutPanel(Federations.federate(server.admin(), jumpCloud), jumpCloud);
            withPanel(server, server.admin().createRealm(), jumpCloud, version);
            assertThat(server.log().text().lines())
                    .filteredOn(line -> line.contains(" ERROR ") || line.contains("LinkageError"))
                    .isEmpty();
        }
    }

    private static void withoutPanel(FederationApi federation, JumpCloudStandIn jumpCloud) {
        RealmApi realm = federation.realm();
        String password = jumpCloud.passwordOf("jane.doe");
        assertThat(realm.signIn().with("jane.doe@example.com", password).isSuccess())
                .isTrue();
        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(realm.members("/Engineering")).contains("jane.doe", "tom.baker");
        assertThat(realm.signIn().with("jane.doe", "wrong").error()).isEqualTo("invalid_grant");

        jumpCloud.directory().removeUser("tom.baker");
        JsonNode run = new RunApi(federation).completed();
        assertThat(run.at("/result/removed").asInt()).isOne();
        assertThat(realm.users().count()).isGreaterThan(30);
    }

    private static void withPanel(KeycloakServer server, RealmApi realm, JumpCloudStandIn jumpCloud, String version) {
        try (ConsolePanel panel = ConsolePanel.signIn(server, realm)) {
            FirstRun steps = new FirstRun(panel, realm, jumpCloud, "keycloak-" + version + "-");
            steps.fillIn().save();
            steps.preview().sync().explain("jane.doe");
        }
    }

    private static KeycloakSettings settings(String version) {
        return KeycloakSettings.named("version-" + version)
                .version(version)
                .trusting(TestAuthority.get().pemFile())
                .hosts(TestHosts.file());
    }
}
