package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code that a server may have seen is not sent again. */
class CodeOnceTest {

    private static final String DN = "uid=jane.doe,ou=Users";
    private static final String CODE = "Secret-Phrase,123456";

    private final JumpCloudStandIn defaults = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(defaults);
    private final AtomicInteger binds = new AtomicInteger();

    @AfterEach
    void stop() {
        defaults.close();
    }

    @Test
    void aNewConnectionThatIsLostIsNotReplaced() throws IOException {
        try (HostileServer server = closingAtBind(1)) {
            use(server);
            assertThat(setup.<BindOutcome>ask(directory -> directory.bind(DN, CODE)))
                    .isInstanceOf(BindOutcome.Unavailable.class);
        }
        assertThat(binds).hasValue(1);
    }

    @Test
    void aKeptConnectionThatTheServerClosedIsReplaced() throws IOException {
        try (HostileServer server = closingAtBind(2)) {
            use(server);
            setup.use(directory -> {
                assertThat(directory.bind(DN, CODE)).isInstanceOf(BindOutcome.Accepted.class);
                assertThat(directory.bind(DN, CODE)).isInstanceOf(BindOutcome.Accepted.class);
            });
        }
        assertThat(binds).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 249, true", "true, true, 250, false", "true, false, 0, false", "false, false, 5000, true"})
    void mayBeRepeated(boolean secondFactor, boolean kept, int millis, boolean expected) {
        BindTerms terms = new BindTerms(Duration.ofMinutes(1), Deadline.in(Duration.ofMinutes(1)), secondFactor, 1);
        UserBind bind = new UserBind(DN, CODE, terms, () -> {});

        assertThat(bind.mayRepeat(kept, Duration.ofMillis(millis))).isEqualTo(expected);
    }

    private HostileServer closingAtBind(int which) throws IOException {
        return new HostileServer(Talk.BIND, (talk, id) -> {
            if (binds.incrementAndGet() == which) {
                throw new IOException("closed");
            }
            talk.send(Messages.bound(id, 0));
        });
    }

    private void use(HostileServer server) {
        setup.secondFactor = true;
        setup.servers = List.of(new ServerAddress(false, "localhost", server.port()));
    }
}
