package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BindListenerTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);
    private final List<Heard> heard = new ArrayList<>();

    private record Heard(@Nullable String server, Class<?> outcome) {}

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    @DisplayName("whoever listens hears of every bind that reached a server or none, and of no other")
    void hears() {
        setup.listener = (server, outcome, took) -> {
            assertThat(took).isPositive();
            heard.add(new Heard(server, outcome.getClass()));
        };
        String server = Setup.ldap(standIn).toString();

        setup.use(directory -> {
            directory.bind(dn(), standIn.passwordOf("jane.doe"));
            directory.bind(dn(), "wrong");
            directory.bind(dn(), "");
        });
        standIn.stopListening();
        setup.use(directory -> directory.bind(dn(), "unheard"));

        assertThat(heard)
                .containsExactly(
                        new Heard(server, BindOutcome.Accepted.class),
                        new Heard(server, BindOutcome.InvalidCredentials.class),
                        new Heard(null, BindOutcome.Unavailable.class));
    }

    private String dn() {
        return "uid=jane.doe," + standIn.usersDn();
    }
}
