package io.github.keycloakjumpcloud.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script itself, with a {@code kc.sh} that only tells what it was given. */
@DisplayName("The image's entrypoint")
class EntrypointTest {

    private static final Path SCRIPT = Path.of("docker/keycloak/entrypoint.sh");
    private static final String HOME = "/opt/keycloak";

    private final Path folder;
    private final Path script;

    EntrypointTest(@TempDir Path folder) {
        this.folder = folder;
        script = folder.resolve("entrypoint.sh");
    }

    @BeforeEach
    void install() throws IOException {
        String text = Files.readString(SCRIPT);
        assertThat(text).contains(HOME);
        Files.writeString(script, text.replace(HOME, folder.toString()));
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("kc.sh");
        Files.writeString(program, "#!/bin/bash\nprintf 'argument %s\\n' \"$@\"\nenv\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    @DisplayName("gives Keycloak what a file holds, without its last line break, and every argument as it was")
    void secretsFromFiles() throws Exception {
        keycloak("26.7.3");

        String output = start("KC_DB_PASSWORD_FILE=" + file("two words\n"), "KC_DB_USERNAME=kc", "OTHER_FILE=/nowhere");

        assertThat(output.lines())
                .contains(
                        "argument start",
                        "argument --spi-x=a b",
                        "KC_DB_PASSWORD=two words",
                        "KC_DB_USERNAME=kc",
                        "OTHER_FILE=/nowhere")
                .noneMatch(line -> line.startsWith("KC_DB_PASSWORD_FILE"));
    }

    @ParameterizedTest
    @CsvSource({"26.6.4, cash$1", "26.6.4, back\\slash", "27.0.0, ${env.HOME}", "26.10.0, $$"})
    @DisplayName("keeps Keycloak from replacing expressions in a secret")
    void secretsAsTheyAre(String version, String secret) throws Exception {
        keycloak(version);

        String output = start("KC_SMTP_CLIENT_SECRET_FILE=" + file(secret));

        assertThat(output.lines())
                .contains("KCRAW_SMTP_CLIENT_SECRET=" + secret)
                .noneMatch(line -> line.startsWith("KC_"));
    }

    @ParameterizedTest
    @CsvSource({"26.5.6, cash$1", "26.4.7, back\\slash"})
    @DisplayName("refuses such a secret where Keycloak knows no way to keep it, without showing it")
    void secretsThatWouldChange(String version, String secret) throws Exception {
        keycloak(version);
        Path file = file(secret);

        assertThatThrownBy(() -> start("KC_DB_PASSWORD_FILE=" + file))
                .hasMessageContaining("KC_DB_PASSWORD_FILE names the file " + file)
                .hasMessageContaining("choose another secret")
                .hasMessageNotContaining(secret);
    }

    @Test
    @DisplayName("says which variable and which file are wrong")
    void mistakes() throws Exception {
        keycloak("26.7.3");
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> start("KC_DB_PASSWORD_FILE=" + nowhere))
                .hasMessageContaining("KC_DB_PASSWORD_FILE names the file " + nowhere + ", which is not there");
        assertThatThrownBy(() -> start("KC_DB_PASSWORD_FILE=" + file(""))).hasMessageContaining(", which is empty");
        assertThatThrownBy(() -> start("KC_DB_PASSWORD_FILE=" + file("a"), "KC_DB_PASSWORD=b"))
                .hasMessageContaining("Both KC_DB_PASSWORD and KC_DB_PASSWORD_FILE are set");
    }

    private void keycloak(String version) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("lib/lib/main"));
        Files.createFile(jars.resolve("org.keycloak.keycloak-core-" + version + ".jar"));
    }

    private Path file(String secret) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), secret);
    }

    private String start(String... variables) {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin"));
        command.addAll(List.of(variables));
        command.addAll(List.of("bash", script.toString(), "start", "--spi-x=a b"));
        return Command.run(folder, command, "");
    }
}
