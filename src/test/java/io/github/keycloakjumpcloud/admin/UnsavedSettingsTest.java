package io.github.keycloakjumpcloud.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsavedSettingsTest {

    private static final Map<String, List<String>> STORED = Map.of(
            "bindDn", List.of("reader"),
            "bindCredential", List.of("stored"),
            "userGroups", List.of("a", "b"),
            "resolvedUuidLDAPAttribute", List.of("uidNumber"));

    @Test
    @DisplayName("what is not mentioned stays as stored, what is empty is cleared")
    void merge() {
        assertThat(merge("{}")).isEqualTo(STORED);
        assertThat(merge("{\"config\":null}")).isEqualTo(STORED);
        assertThat(merge("{\"config\":{\"userGroups\":[\"c\"],\"bindDn\":\"other\"}}"))
                .containsEntry("userGroups", List.of("c"))
                .containsEntry("bindDn", List.of("other"))
                .containsEntry("bindCredential", List.of("stored"));
        assertThat(merge("{\"config\":{\"userGroups\":[]}}")).doesNotContainKey("userGroups");
        assertThat(merge("{\"config\":{\"userGroups\":[\"\"]}}")).doesNotContainKey("userGroups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"**********\"", "[\"**********\"]", "\"\"", "[]", "[\"\"]", "null"})
    @DisplayName("a password that is masked, empty or missing is the stored one")
    void stored(String password) {
        assertThat(merge("{\"config\":{\"bindCredential\":" + password + "}}"))
                .containsEntry("bindCredential", List.of("stored"));
    }

    @Test
    @DisplayName("only what an administrator can set is taken")
    void settingsOnly() {
        assertThat(merge("{\"config\":{\"resolvedUuidLDAPAttribute\":[\"uid\"],\"nonsense\":[\"1\"]}}"))
                .isEqualTo(STORED);
    }

    @Test
    @DisplayName("values are texts, numbers and switches, or lists of them")
    void values() {
        assertThat(merge("{\"config\":{\"batchSizeForSync\":50,\"startTls\":true}}"))
                .containsEntry("batchSizeForSync", List.of("50"))
                .containsEntry("startTls", List.of("true"));
        assertThatThrownBy(() -> merge("{\"config\":{\"bindCredential\":{\"secret\":1}}}"))
                .hasMessage("'bindCredential' must be a value or a list of values.");
    }

    @Test
    @DisplayName("a password of the form's own is taken, even if it is the same")
    void typed() {
        UnsavedSettings typed =
                UnsavedSettings.merge(STORED, RequestBody.parse("{\"config\":{\"bindCredential\":\"stored\"}}"));
        assertThat(typed.passwordTyped()).isTrue();
        assertThat(UnsavedSettings.merge(STORED, RequestBody.parse("{}")).passwordTyped())
                .isFalse();
    }

    private static Map<String, List<String>> merge(String body) {
        return UnsavedSettings.merge(STORED, RequestBody.parse(body)).values();
    }
}
