package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInMainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void printsWhatAPersonNeedsToConnect(@TempDir Path directory) {
        String[] options = {
            "--ldap-port",
            "0",
            "--ldaps-port",
            "0",
            "--mfa-port",
            "0",
            "--tenant",
            "both",
            "--ca",
            directory.toString(),
            "--users",
            "20",
            "--groups",
            "4",
            "--memberships",
            "2",
            "--latency",
            "30"
        };
        try (JumpCloudStandIn standIn = Objects.requireNonNull(StandInMain.start(out, options))) {
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains(standIn.ldapUrl(), standIn.ldapsUrl(), standIn.mfaLdapsUrl())
                    .contains(standIn.organizationId(), standIn.otherDirectory().organizationId())
                    .contains(standIn.readerDn(), standIn.readerPassword())
                    .contains("anna.adams  anna.adams-Secret01!")
                    .contains(directory.resolve("ca.pem").toString());
            assertThat(standIn.directory().usernames()).hasSize(21);
        }
    }

    @Test
    void helpStartsNothing() {
        assertThat(StandInMain.start(out, "--help")).isNull();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--users", "--latency", "--tenant");
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> StandInMain.start(out, "--uesrs", "3")).hasMessageContaining("unknown option --uesrs");
        assertThatThrownBy(() -> StandInMain.start(out, "--users")).hasMessage("--users needs a value");
        assertThatThrownBy(() -> StandInMain.start(out, "--ldap-port", "x")).hasMessageContaining("takes a number");
        assertThatThrownBy(() -> StandInMain.start(out, "--tenant", "x")).hasMessageContaining("first, second or both");
    }
}
