package io.github.keycloakjumpcloud.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of a Keycloak in a container")
class ContainerOptionsTest {

    private static final PostgresDatabase DATABASE =
            new PostgresDatabase("kc", "jdbc:postgresql://postgres:5432/kc", "user", "secret");

    private final KeycloakSettings settings = KeycloakSettings.named("test");

    @Test
    @DisplayName("name the container's database in place of the one in memory")
    void database() {
        assertThat(of(settings).arguments())
                .contains("--db=postgres", "--db-url=" + DATABASE.url(), "--db-username=user", "--db-password=secret")
                .doesNotContain("--db=dev-mem");
    }

    @Test
    @DisplayName("listen on the container's own interface")
    void listening() {
        assertThat(settings.startOptions()).containsKey("http-host");
        assertThat(of(settings).arguments()).noneMatch(argument -> argument.startsWith("--http-host"));
    }

    @Test
    @DisplayName("name files by their places in the container, and bring them along")
    void files() {
        ContainerOptions options =
                of(settings.trusting(Path.of("/here/ca.pem")).importing(Path.of("/here/realm.json")));

        assertThat(options.arguments()).contains("--truststore-paths=/opt/keycloak/conf/ca.pem");
        assertThat(options.files())
                .isEqualTo(Map.of(
                        Path.of("/here/ca.pem"), "/opt/keycloak/conf/ca.pem",
                        Path.of("/here/realm.json"), "/opt/keycloak/data/import/realm.json"));
    }

    @Test
    @DisplayName("keep Java's options and the heap, without this machine's hosts file")
    void java() {
        Map<String, String> environment = of(settings.hosts(Path.of("/here/hosts"))
                        .environment("OTHER", "kept"))
                .environment();

        assertThat(environment.get("JAVA_OPTS_APPEND"))
                .contains("-XX:TieredStopAtLevel=1", "-Xmx1g")
                .doesNotContain("hosts");
        assertThat(environment).containsEntry("OTHER", "kept").doesNotContainKey("JAVA_OPTS_KC_HEAP");
    }

    private static ContainerOptions of(KeycloakSettings settings) {
        return ContainerOptions.of(settings, DATABASE);
    }
}
