package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One entry that cannot be taken in is no reason to leave a server. */
class OneBadEntryTest {

    private final JumpCloudStandIn second = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(second);

    @AfterEach
    void stop() {
        second.close();
    }

    @ParameterizedTest
    @CsvSource({"GIANT_LENGTH, BROKEN_ANSWER", "ONE_ATTRIBUTE_AGAIN_AND_AGAIN, BROKEN_ANSWER"})
    void isTheUsersProblemAlone(HostileAct act, Problem.Kind expected) throws IOException {
        try (HostileServer server = new HostileServer(Talk.SEARCH, act)) {
            setup.servers = List.of(new ServerAddress(false, "localhost", server.port()), Setup.ldap(second));
            try (LdapConnections connections = setup.connections()) {
                LdapDirectory directory = new LdapDirectory(connections, setup.config());

                assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(expected);

                assertThat(connections.status()).noneMatch(ServerStatus::failed);
            }
        }
        assertThat(second.counts().connections()).isZero();
    }
}
