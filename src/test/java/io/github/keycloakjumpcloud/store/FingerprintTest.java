package io.github.keycloakjumpcloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static DirectoryUser user(@Nullable String firstName, Map<String, List<String>> attributes) {
        return new DirectoryUser(
                "5001", "uid=jane,ou=Users", "jane", "jane@example.com", firstName, "Doe", attributes, Set.of("a"));
    }

    @Test
    @DisplayName("changes with every value and with nothing else")
    void everyValue() {
        DirectoryUser jane = user("Jane", Map.of("title", List.of("Engineer")));
        String fingerprint = Fingerprint.of(jane, false);

        assertThat(Fingerprint.of(user("Jane", Map.of("title", List.of("Engineer"))), false))
                .isEqualTo(fingerprint);
        assertThat(Set.of(
                        fingerprint,
                        Fingerprint.of(jane, true),
                        Fingerprint.of(user(null, Map.of("title", List.of("Engineer"))), false),
                        Fingerprint.of(user("", Map.of("title", List.of("Engineer"))), false),
                        Fingerprint.of(user("Jane", Map.of("title", List.of("Chief"))), false),
                        Fingerprint.of(user("Jane", Map.of("title", List.of("Engin", "eer"))), false),
                        Fingerprint.of(user("Jane", Map.of("role", List.of("Engineer"))), false),
                        Fingerprint.of(jane.named("jane.doe", "jane@example.com"), false),
                        Fingerprint.of(jane.named("jane", null), false)))
                .hasSize(9);
    }

    @Test
    @DisplayName("remembers which attributes were written, whatever their names are made of")
    void writtenAttributes() {
        DirectoryUser jane =
                user("Jane", Map.of("urn:acme:department", List.of("x"), "a,b", List.of("y"), "title", List.of("z")));

        assertThat(Fingerprint.writtenAttributes(Fingerprint.of(jane, false)))
                .containsExactlyInAnyOrder("urn:acme:department", "a,b", "title");
        assertThat(Fingerprint.writtenAttributes(Fingerprint.of(user("Jane", Map.of()), false)))
                .isEmpty();
        assertThat(Fingerprint.writtenAttributes(null)).isEmpty();
    }
}
