package io.github.keycloakjumpcloud.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.store.Transactions;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

@DisplayName("Welcome mails without a database")
class WelcomeTest {

    private final Welcome welcome = new Welcome(
            new Transactions(
                    (KeycloakSessionFactory) Proxy.newProxyInstance(
                            WelcomeTest.class.getClassLoader(),
                            new Class<?>[] {KeycloakSessionFactory.class},
                            (proxy, method, values) -> {
                                throw new IllegalStateException("no database");
                            }),
                    "realm"),
            "component",
            Set.of());

    @Test
    @DisplayName("throw nothing, so that a run keeps its report, and say that they broke off")
    void brokenOff() {
        WelcomeMails none = new WelcomeMails(0, 0, 0, 0, 0, 0, List.of(Welcome.BROKEN_OFF));

        assertThat(welcome.waiting()).isZero();
        assertThat(welcome.planned(List.of())).isEqualTo(none);
        assertThat(welcome.send(List.of(), () -> false, () -> {})).isEqualTo(none);
    }
}
