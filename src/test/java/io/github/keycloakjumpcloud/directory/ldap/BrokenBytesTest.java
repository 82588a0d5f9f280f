package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good answers with some bytes changed, dropped or doubled. The seed decides everything. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenBytesTest {

    private static final int ANSWERS = 40;

    private static final JumpCloudStandIn DEFAULTS =
            JumpCloudStandIn.builder().empty().start();

    @AfterAll
    static void stop() {
        DEFAULTS.close();
    }

    @ParameterizedTest
    @ValueSource(longs = 4711)
    void everyAnswerHasAnOutcome(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ANSWERS; i++) {
            long answer = random.nextLong();
            try (HostileServer server = new HostileServer(
                    Talk.SEARCH, (talk, id) -> talk.send(damaged(somebody(id), new Random(answer))))) {
                Setup setup = setup(server);
                Lookup outcome = setup.ask(directory -> directory.findByUsername("jane.doe"));
                assertThat(outcome).as("seed %d, answer %d", seed, i).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 42)
    void everyAnswerToABindHasAnOutcome(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ANSWERS; i++) {
            long answer = random.nextLong();
            try (HostileServer server = new HostileServer(
                    Talk.BIND, (talk, id) -> talk.send(damaged(Messages.bound(id, 49), new Random(answer))))) {
                Setup setup = setup(server);
                BindOutcome outcome = setup.ask(directory -> directory.bind("uid=jane.doe,ou=Users", "Secret-Phrase"));
                assertThat(outcome).as("seed %d, answer %d", seed, i).isNotNull();
            }
        }
    }

    private static Setup setup(HostileServer server) {
        Setup setup = new Setup(DEFAULTS);
        setup.servers = List.of(new ServerAddress(false, "localhost", server.port()));
        setup.readTimeout = Duration.ofMillis(150);
        setup.authenticationTimeout = Duration.ofMillis(150);
        return setup;
    }

    private static byte[] somebody(int id) {
        return Messages.joined(
                Messages.entry(id, "uid=jane.doe,ou=Users", "uid", List.of("jane.doe", "j.doe")),
                Messages.reference(id, "ldap://127.0.0.1:1/"),
                Messages.done(id, 0));
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int where = random.nextInt(bad.length);
            switch (random.nextInt(3)) {
                case 0 -> bad[where] = (byte) random.nextInt();
                case 1 -> bad = Arrays.copyOf(bad, Math.max(1, where));
                default -> bad = Messages.joined(bad, Arrays.copyOfRange(bad, where, bad.length));
            }
        }
        return bad;
    }
}
