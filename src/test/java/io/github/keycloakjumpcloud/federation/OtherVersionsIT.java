package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.InstalledJava;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar, compiled against the newest Keycloak, in older ones, and on the newest Java that Keycloak supports. */
@DisplayName("On other versions of Keycloak and Java")
class OtherVersionsIT {

    private static final Path DEMO = Path.of("realm-exports", "jumpcloud-demo-realm.json");
    private static final int NEXT_JAVA = 25;

    static List<String> versions() {
        return TestedKeycloak.others();
    }

    @ParameterizedTest(
            name =
                    "{0}: import at the start without JumpCloud, sync, sign-in, approval and console work, and the log has no error")
    @MethodSource("versions")
    void works(String version) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start();
                KeycloakServer server = KeycloakServer.start(settings("version-" + version)
                        .version(version)
                        .environment("JUMPCLOUD_DEMO_LDAPS_PORT", "1")
                        .importing(DEMO))) {
            assertThat(systemInfo(server).path("version").asText()).isEqualTo(version);
            importedWithoutJumpCloud(server);
            withoutPanel(Federations.federate(server.admin(), jumpCloud), jumpCloud);
            withPanel(server, server.admin().createRealm(), jumpCloud, version);
            assertThat(errors(server)).isEmpty();
        }
    }

    @Test
    @DisplayName("on Java 25: sync, sign-in and approval work, and the log has no error")
    void onJava25() {
        Optional<InstalledJava> java = InstalledJava.find(NEXT_JAVA);
        assumeTrue(java.isPresent(), "no JDK 25 here: JAVA_25_HOME or -Djava.25.home tells where one is");
        KeycloakSettings settings = settings("java-25").java(java.orElseThrow());
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start();
                KeycloakServer server = KeycloakServer.start(settings)) {
            assertThat(systemInfo(server).path("javaVersion").asText())
                    .isEqualTo(java.orElseThrow().version());
            withoutPanel(Federations.federate(server.admin(), jumpCloud), jumpCloud);
            assertThat(errors(server)).isEmpty();
        }
    }

    private static void importedWithoutJumpCloud(KeycloakServer server) {
        assertThat(server.admin()
                        .realm("jumpcloud-demo")
                        .get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok())
                .hasSize(1);
        assertThat(server.log().text()).contains("imported, although JumpCloud cannot be used as configured");
    }

    private static JsonNode systemInfo(KeycloakServer server) {
        return server.admin().get("/serverinfo").ok().path("systemInfo");
    }

    private static List<String> errors(KeycloakServer server) {
        return server.log()
                .text()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("LinkageError"))
                .toList();
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

    private static KeycloakSettings settings(String name) {
        return KeycloakSettings.named(name)
                .trusting(TestAuthority.get().pemFile())
                .hosts(TestHosts.file());
    }
}
