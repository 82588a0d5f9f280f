package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with a good certificate sends is looked at all the same. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuardUnderTlsTest {

    private final JumpCloudStandIn defaults = JumpCloudStandIn.builder().empty().start();
    private final Setup setup = new Setup(defaults);

    @AfterEach
    void stop() {
        defaults.close();
    }

    @ParameterizedTest(name = "ldaps: {0}")
    @ValueSource(booleans = {true, false})
    void messagesAreGuardedInsideTls(boolean ldaps, @TempDir Path folder) throws IOException {
        HostileTls tls = HostileTls.of(defaults.certificates().authority(), folder, ldaps);
        try (HostileServer server = new HostileServer(Talk.SEARCH, HostileAct.ONE_ATTRIBUTE_AGAIN_AND_AGAIN, tls)) {
            use(server, ldaps);

            Problem problem = unknown(setup.ask(directory -> directory.findByUsername("jane.doe")));

            assertThat(problem)
                    .isEqualTo(Problem.of(
                            Problem.Kind.BROKEN_ANSWER,
                            setup.servers.get(0).toString(),
                            "a message of too many parts"));
        }
    }

    /** Who sits between Keycloak and the server could add an answer before TLS begins. */
    @Test
    void whatComesBeforeTlsIsNoAnswerToWhatIsAskedInsideIt(@TempDir Path folder) throws IOException {
        HostileTls tls = HostileTls.of(defaults.certificates().authority(), folder, false);
        HostileServer.Act refuseInside = (talk, id) -> {
            boolean startTls = id == 1;
            talk.send(
                    startTls
                            ? Messages.joined(Messages.extended(id, 0, null), Messages.bound(id + 1, 0))
                            : Messages.bound(id, 49));
        };
        try (HostileServer server = new HostileServer(Talk.EXTENDED, refuseInside, tls)) {
            server.alsoAt(Talk.BIND);
            use(server, false);

            BindOutcome outcome = setup.ask(directory -> directory.bind("uid=jane.doe,ou=Users", "Secret-Phrase"));
            assertThat(outcome).isInstanceOf(BindOutcome.InvalidCredentials.class);
        }
    }

    private void use(HostileServer server, boolean ldaps) {
        setup.startTls = !ldaps;
        setup.servers = List.of(new ServerAddress(ldaps, "localhost", server.port()));
    }
}
