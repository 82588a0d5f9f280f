package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainRequestTest {

    private static ExplainRequest read(String body) {
        return ExplainRequest.of(RequestBody.parse(body));
    }

    private static InvalidBodyException refusal(String body) {
        return catchThrowableOfType(InvalidBodyException.class, () -> read(body));
    }

    @Test
    @DisplayName("the name is stripped as the login form does, the password is left as it is")
    void whole() {
        ExplainRequest request = read("{\"username\":\" anna \",\"password\":\" secret \"}");

        assertThat(request.username()).isEqualTo("anna");
        assertThat(request.password()).isEqualTo(" secret ");
        assertThat(request.toString()).contains("anna").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"anna\"}",
                "{\"username\":\"anna\",\"password\":null}",
                "{\"username\":\"anna\",\"password\":\"\"}"
            })
    @DisplayName("no password is none, and so is the empty one that forms send")
    void noPassword(String body) {
        assertThat(read(body).password()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"username\":null}", "{\"username\":\"\"}", "{\"username\":\"  \"}"})
    @DisplayName("somebody must be named")
    void nobody(String body) {
        assertThat(refusal(body).code()).isEqualTo("missing_value");
    }

    @Test
    @DisplayName("names and passwords are texts, and names have an end; nothing of a password is quoted")
    void invalid() {
        assertThat(refusal("{\"username\":7}").code()).isEqualTo("invalid_value");
        assertThat(refusal("{\"username\":\"" + "x".repeat(256) + "\"}").code()).isEqualTo("invalid_value");
        assertThat(refusal("{\"username\":\"an\\u0000na\"}").code()).isEqualTo("invalid_value");
        InvalidBodyException password = refusal("{\"username\":\"anna\",\"password\":{\"value\":\"top-secret\"}}");
        assertThat(password.code()).isEqualTo("invalid_value");
        assertThat(password.sentence()).contains("'password'").doesNotContain("top-secret");
    }
}
