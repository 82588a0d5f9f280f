package io.github.keycloakjumpcloud.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a program, with nothing but Java around it. */
@OnlyOn(value = Backend.PROCESS, because = "no Keycloak takes part")
@DisplayName("The command line")
class CommandLineIT {

    private static final long LIMIT_SECONDS = 60;

    private final JumpCloudStandIn jumpCloud = JumpCloudStandIn.builder().start();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> connection = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void describe(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path authority = folder.resolve("ca.pem");
        Files.writeString(authority, jumpCloud.certificates().authority().pem());
        connection.addAll(List.of("--server", jumpCloud.ldapsUrl(), "--ca", authority.toString()));
        environment.put("JUMPCLOUD_ORG_ID", jumpCloud.organizationId());
        environment.put("JUMPCLOUD_BIND_DN", jumpCloud.readerName());
        environment.put("JUMPCLOUD_BIND_PASSWORD", jumpCloud.readerPassword());
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("tests the connection and prints facts, over TLS")
    void works() throws Exception {
        jumpCloud.behaviour().operationalAttributes(OperationalAttributes.SERVED);

        Ended run = run(connection);

        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out())
                .startsWith("Facts about a JumpCloud directory\nkeycloak-jumpcloud ")
                .doesNotContain("built from source")
                .contains(
                        "\noperationalAttributes: served (",
                        "\nencryption: TLSv1.3 (",
                        "\nidle: unknown (not waited for)")
                .doesNotContain(jumpCloud.readerName(), jumpCloud.organizationId(), jumpCloud.readerPassword());
        assertThat(run.err())
                .contains("tls: ok. ", "bind: ok. ", "users: ")
                .doesNotContain(jumpCloud.readerPassword(), "Exception", "WARN");
    }

    @Test
    @DisplayName("asks for the password in a terminal and writes the facts to a file")
    void typed() throws Exception {
        Path terminal = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(terminal), "no program here that makes a terminal");
        String password = environment.remove("JUMPCLOUD_BIND_PASSWORD");
        Path facts = folder.resolve("facts.txt");
        connection.addAll(List.of("--out", facts.toString()));

        Ended run = ended(
                List.of(terminal.toString(), "-qec", String.join(" ", command(connection)), "/dev/null"),
                password + "\n");

        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains("Password of the LDAP reader: ", "bind: ok. ")
                .doesNotContain("Facts about");
        assertThat(facts).content().startsWith("Facts about a JumpCloud directory\n");
    }

    @Test
    @DisplayName("says what does not work, tries a wrong password once, and ends with status 1")
    void wrongPassword() throws Exception {
        environment.put("JUMPCLOUD_BIND_PASSWORD", "quite-wrong");

        Ended run = run(connection);

        assertThat(run.status()).as(run.toString()).isOne();
        assertThat(run.err()).contains("bind: failed. JumpCloud refused").doesNotContain("quite-wrong");
        assertThat(run.out()).contains("\nuidNumber: unknown (the reader was not let in: readerRefused)");
        assertThat(jumpCloud.operations())
                .filteredOn(operation -> operation.dn().equals(jumpCloud.readerDn()))
                .hasSize(1);
    }

    @Test
    @DisplayName("trusts nobody but the authority it was given")
    void otherAuthority() throws Exception {
        jumpCloud.certificates().untrusted();

        Ended run = run(connection);

        assertThat(run.status()).as(run.toString()).isOne();
        assertThat(run.err()).contains("tls: failed. ");
        assertThat(run.out()).contains("\nrootDse: unknown (certificateUntrusted)");
    }

    @Test
    @DisplayName("takes options before variables")
    void options() throws Exception {
        List<String> options = new ArrayList<>(connection);
        options.addAll(List.of("--organization", "0123", "--bind-dn", "somebody"));

        Ended run = run(options);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("0123");
        assertThat(jumpCloud.counts().connections()).isZero();
    }

    @Test
    @DisplayName("takes no password from the command line and does not repeat one")
    void misused() throws Exception {
        Ended unknown = run(List.of("quite-secret"));
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("--help").doesNotContain("quite-secret");

        Ended missing = run(List.of("--ca", folder.resolve("nowhere.pem").toString()));
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere.pem");

        environment.remove("JUMPCLOUD_BIND_PASSWORD");
        Ended without = run(connection);
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("JUMPCLOUD_BIND_PASSWORD");
        assertThat(without.out()).isEmpty();

        environment.put("JUMPCLOUD_BIND_PASSWORD", jumpCloud.readerPassword());
        connection.addAll(List.of("--out", folder.resolve("nowhere/facts.txt").toString()));
        Ended unwritable = run(connection);
        assertThat(unwritable.status()).isEqualTo(2);
        assertThat(unwritable.err()).contains("facts.txt (--out) cannot be written.");
        assertThat(jumpCloud.counts().connections()).isZero();
    }

    @Test
    @DisplayName("explains itself")
    void help() throws Exception {
        Ended help = run(List.of("--help"));

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--organization ID", "JUMPCLOUD_BIND_PASSWORD", "Ends with 0");
    }

    private Ended run(List<String> options) throws IOException, InterruptedException {
        return ended(command(options), "");
    }

    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("keycloak.provider.jar", "")));
        command.addAll(options);
        return command;
    }

    private Ended ended(List<String> command, String typed) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Path in = Files.writeString(folder.resolve("in.txt"), typed);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JUMPCLOUD_") && !environment.containsKey(name));
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Ended(int status, String out, String err) {}
}
