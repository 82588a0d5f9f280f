package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    @Test
    @DisplayName("no body means that nothing is said")
    void none() {
        assertThat(RequestBody.read(null)).isEmpty();
        assertThat(RequestBody.parse("  \n")).isEmpty();
        assertThat(RequestBody.read(stream(""))).isEmpty();
        assertThat(RequestBody.flag(RequestBody.parse("{}"), "dryRun")).isFalse();
        assertThat(RequestBody.flag(RequestBody.parse("{\"dryRun\":null}"), "dryRun"))
                .isFalse();
    }

    @Test
    @DisplayName("a switch is true or false")
    void flag() {
        assertThat(RequestBody.flag(RequestBody.parse("{\"dryRun\":true}"), "dryRun"))
                .isTrue();
        assertThatThrownBy(() -> RequestBody.flag(RequestBody.parse("{\"dryRun\":\"yes\"}"), "dryRun"))
                .hasMessageContaining("'dryRun' must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "{\"bindCredential\":\"secret", "secret", "{} secret"})
    @DisplayName("anything but one object is refused without being quoted")
    void malformed(String body) {
        assertThatThrownBy(() -> RequestBody.parse(body))
                .isInstanceOf(InvalidBodyException.class)
                .hasMessage("The body is not a JSON object.")
                .hasNoCause();
    }

    @Test
    @DisplayName("a body that is too long is refused before it is read")
    void tooLong() {
        assertThatThrownBy(() -> RequestBody.read(stream("{".repeat(100_001))))
                .hasMessageContaining("longer than 100000");
    }

    @Test
    @DisplayName("a body of just the longest length is read, as UTF-8")
    void longest() {
        String body = "{\"a\":\"ü\"}";

        assertThat(RequestBody.read(stream(body + " ".repeat(100_000 - body.length() - 1))))
                .hasToString(body);
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
