package io.github.keycloakjumpcloud.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishMessagesTest {

    @Test
    void fillsInValuesAndLabels() {
        assertThat(EnglishMessages.text("jumpcloud.config.notBoolean", "jumpcloud.startTls.label", "“it's {0}”"))
                .isEqualTo("StartTLS: “it's {0}” is neither true nor false. Write one of the two.");
    }

    @Test
    void showsNumbersWithoutGrouping() {
        assertThat(EnglishMessages.text("jumpcloud.problem.timeout", 120_000)).contains("120000 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizationId", "bindDn", "bindCredential"})
    void theHelpOfWhatHasNoDefaultSaysWhereItIsFound(String key) {
        assertThat(EnglishMessages.text("jumpcloud." + key + ".help")).contains("In the JumpCloud Admin Portal ");
    }

    @Test
    void anUnknownKeyIsShownAsItIs() {
        assertThat(EnglishMessages.text("jumpcloud.no.such.{key}", "x")).isEqualTo("jumpcloud.no.such.{key}");
    }
}
