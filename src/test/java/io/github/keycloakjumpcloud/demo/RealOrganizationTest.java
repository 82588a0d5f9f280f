package io.github.keycloakjumpcloud.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RealOrganizationTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "JUMPCLOUD_ORG_ID", "0123456789abcdef01234567",
            "JUMPCLOUD_BIND_DN", "reader",
            "JUMPCLOUD_BIND_PASSWORD", "quote\" and \\");

    @Test
    void withoutVariablesThereIsNone() {
        assertThat(RealOrganization.from(Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void namesEveryMissingVariable() {
        assertThatThrownBy(() -> RealOrganization.from(Map.of("JUMPCLOUD_ORG_ID", "0123456789abcdef01234567")))
                .isInstanceOf(DemoProblem.class)
                .hasMessageContaining("set JUMPCLOUD_BIND_DN and JUMPCLOUD_BIND_PASSWORD as well");
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(RealOrganization.from(COMPLETE).orElseThrow().toString()).doesNotContain("quote");
    }

    @Test
    void makesThePasswordFitForJson() {
        KeycloakSettings settings =
                RealOrganization.from(COMPLETE).orElseThrow().applyTo(KeycloakSettings.named("any"));
        assertThat(settings.environment()).containsEntry("JUMPCLOUD_BIND_PASSWORD", "quote\\\" and \\\\");
    }
}
