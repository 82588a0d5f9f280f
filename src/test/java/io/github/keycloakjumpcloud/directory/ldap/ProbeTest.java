package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProbeTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void sayWhichIdAutoComesTo() {
        assertThat(probe()).isEqualTo(new ProbeOutcome.Usable(IdAttribute.UID_NUMBER));
        assertThat(standIn.counts().connections()).isOne();
        assertThat(standIn.counts().searches()).isEqualTo(2);

        standIn.behaviour().operationalAttributes(OperationalAttributes.ON_REQUEST);
        assertThat(probe()).isEqualTo(new ProbeOutcome.Usable(IdAttribute.ENTRY_UUID));

        setup.idAttribute = IdAttribute.UID;
        assertThat(probe()).isEqualTo(new ProbeOutcome.Usable(IdAttribute.UID));
    }

    @Test
    void unknownHost() {
        setup.servers = List.of(new ServerAddress(true, "no-such-host.invalid", 636));

        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.UNKNOWN_HOST, "no-such-host.invalid"));
    }

    @Test
    void nobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        setup.servers = List.of(new ServerAddress(true, "localhost", free));

        Problem problem = broken(probe());

        assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(problem.details().get(0)).isEqualTo("ldaps://localhost:" + free);
    }

    @Test
    void wrongReaderPassword() {
        setup.bindCredential = "wrong";

        assertThat(broken(probe()))
                .isEqualTo(Problem.of(Kind.READER_REFUSED, standIn.readerDn(), standIn.organizationId()));
        assertThat(standIn.counts().binds()).isOne();
    }

    @ParameterizedTest
    @EnumSource(ForbiddenSearch.class)
    void readerWithoutTheRightToSearch(ForbiddenSearch answer) {
        standIn.behaviour().forbiddenSearch(answer);
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.READER_CANNOT_SEARCH, standIn.readerDn()));
    }

    @Test
    void missingUsersDn() {
        setup.usersDn = "ou=People," + standIn.baseDn();

        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.BASE_NOT_FOUND, setup.usersDn));
    }

    @Test
    void anotherOrganisationsUsersAreNotFound() {
        setup.usersDn = standIn.otherDirectory().usersDn();

        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.BASE_NOT_FOUND, setup.usersDn));
    }

    @Test
    void nobodyButTheReader() {
        try (JumpCloudStandIn empty = JumpCloudStandIn.builder().empty().start()) {
            Setup here = new Setup(empty);
            try (LdapConnections connections = here.connections()) {
                assertThat(broken(new LdapDirectory(connections, here.config()).probe()))
                        .isEqualTo(Problem.of(Kind.NO_USERS, empty.usersDn(), "(objectClass=inetOrgPerson)"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52, 53})
    void anUnhappyServer(int code) {
        standIn.behaviour().unavailable(Outage.SEARCHES, code);

        assertThat(broken(probe()).kind()).isEqualTo(Kind.SERVER_ERROR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Hang.class,
            names = {"BIND", "SEARCH", "REQUEST"})
    void aSilentServer(Hang hang) {
        setup.readTimeout = Duration.ofMillis(300);
        standIn.behaviour().hang(hang);

        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.TIMEOUT, "300"));
    }

    @Test
    void oneGoodServerIsEnoughAndTheFirstBadOneIsTold() {
        ServerAddress bad = new ServerAddress(true, "first.invalid", 636);
        setup.servers = List.of(bad, new ServerAddress(true, "second.invalid", 636), Setup.ldap(standIn));
        assertThat(probe()).isInstanceOf(ProbeOutcome.Usable.class);

        setup.servers = setup.servers.subList(0, 2);
        assertThat(broken(probe())).isEqualTo(Problem.of(Kind.UNKNOWN_HOST, "first.invalid"));
    }

    private ProbeOutcome probe() {
        standIn.resetCounts();
        try (LdapConnections connections = setup.connections()) {
            return new LdapDirectory(connections, setup.config()).probe();
        }
    }
}
