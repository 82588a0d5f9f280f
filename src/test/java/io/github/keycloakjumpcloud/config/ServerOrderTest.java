package io.github.keycloakjumpcloud.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The order of servers")
class ServerOrderTest {

    @Test
    @DisplayName("is kept by one value for all of them; other settings stay as they are")
    void joined() {
        Map<String, List<String>> values = new HashMap<>(Map.of(
                "connectionUrl", Arrays.asList("ldaps://one", null, "", "ldaps://two, ldaps://three"),
                "authenticationUrl", List.of("ldaps://four", "five"),
                "userGroups", List.of("Staff", "Sales")));

        ServerOrder.keep(values);

        assertThat(values)
                .containsEntry("connectionUrl", List.of("ldaps://one ldaps://two, ldaps://three"))
                .containsEntry("authenticationUrl", List.of("ldaps://four five"))
                .containsEntry("userGroups", List.of("Staff", "Sales"));
    }

    @Test
    @DisplayName("needs nothing where there is one or none")
    void single() {
        Map<String, List<String>> values = new HashMap<>(Map.of("connectionUrl", List.of("ldaps://one")));

        ServerOrder.keep(values);

        assertThat(values).isEqualTo(Map.of("connectionUrl", List.of("ldaps://one")));
    }
}
