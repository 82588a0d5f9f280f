package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

class MetricsSwitchTest {

    private final JumpCloudUserStorageProviderFactory factory = new JumpCloudUserStorageProviderFactory();

    @ParameterizedTest(name = "metrics-enabled={0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("meters come into Keycloak's registry only where metrics are enabled, and go when the server stops")
    void switched(boolean enabled) {
        factory.init(config(enabled));

        factory.onCreate(answering(KeycloakSession.class), answering(RealmModel.class), component());
        assertThat(ours().isEmpty()).isNotEqualTo(enabled);

        factory.close();
        assertThat(ours()).isEmpty();
    }

    private static List<Meter> ours() {
        return Metrics.globalRegistry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("keycloak.jumpcloud"))
                .toList();
    }

    private static ComponentModel component() {
        ComponentModel component = new ComponentModel();
        component.setId("component");
        component.setName("jumpcloud");
        component.setParentId("realm");
        return component;
    }

    private static Config.Scope config(boolean enabled) {
        return (Config.Scope) Proxy.newProxyInstance(
                MetricsSwitchTest.class.getClassLoader(),
                new Class<?>[] {Config.Scope.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "root" -> proxy;
                    case "getBoolean" -> "metrics-enabled".equals(arguments[0]) ? (Object) enabled : arguments[1];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Says "name" to whoever asks for a text. */
    private static <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                MetricsSwitchTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "name" : null));
    }
}
