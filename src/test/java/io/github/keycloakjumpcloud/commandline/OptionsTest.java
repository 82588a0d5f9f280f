package io.github.keycloakjumpcloud.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void eachOptionTakesItsValue() throws UsageException {
        Options options = Options.parse(
                List.of("--bind-dn", "reader", "--start-tls", "--out", "facts.txt", "--server", "ldap://a:389"),
                Map.of());

        assertThat(options.settings())
                .containsEntry(ConfigKeys.BIND_DN, List.of("reader"))
                .containsEntry(ConfigKeys.START_TLS, List.of("true"))
                .containsEntry(ConfigKeys.CONNECTION_URL, List.of("ldap://a:389"));
        assertThat(options.out()).isEqualTo(Path.of("facts.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--organization", "--bind-dn", "--server", "--ca", "--out", "--idle"})
    void noOptionTakesTheNextOneForItsValue(String option) {
        assertThatThrownBy(() -> Options.parse(List.of(option, "--start-tls"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(option + " needs a value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyVariableIsNoValue(String blank) {
        assertThatThrownBy(() -> Options.parse(List.of("--bind-dn", blank), Map.of("JUMPCLOUD_BIND_DN", "reader")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--bind-dn");
    }

    @Test
    void theLastOptionNeedsAValueToo() {
        assertThatThrownBy(() -> Options.parse(List.of("--out"), Map.of())).hasMessageContaining("--out needs a value");
    }
}
