package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Outage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer that they can do nothing at the moment (51 busy, 52 unavailable). */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotNowTest {

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn second = bench.standIn;
    private final JumpCloudStandIn first = bench.anotherStandIn();
    private final Setup setup = bench.setup;

    NotNowTest() {
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52})
    void theNextServerIsAskedAndThoseWhoComeLaterGoThereAtOnce(int code) {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        first.behaviour().unavailable(Outage.ALL, code);
        first.resetCounts();

        bench.accepted(directory);
        bench.accepted(directory);
        present(directory.findByUsername("jane.doe"));

        assertThat(first.counts().binds()).isOne();
        assertThat(first.counts().searches()).isZero();
    }

    @Test
    void aSearchIsAskedElsewhereToo() {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        first.behaviour().unavailable(Outage.ALL, 52);

        present(directory.findByUsername("jane.doe"));
    }

    @Test
    void aCodeIsNotUsedTwice() {
        setup.secondFactor = true;
        first.behaviour().unavailable(Outage.BINDS, 52);

        assertThat(unavailable(bench.signIn(bench.directory(CALM))).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(second.counts().binds()).isZero();
    }

    @Test
    void whereNobodyCanEachIsAskedOnce() {
        first.behaviour().unavailable(Outage.BINDS, 52);
        second.behaviour().unavailable(Outage.BINDS, 52);

        assertThat(unavailable(bench.signIn(bench.directory(CALM))).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(first.counts().binds()).isOne();
        assertThat(second.counts().binds()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false", "52, false", "53, true"})
    void isNoSignOfLife(int code, boolean lives) throws LdapFailure {
        first.behaviour().unavailable(Outage.ALL, code);
        try (LdapConnections connections = setup.connections()) {
            Link link = connections.connectors().get(0).open();
            assertThat(SignOfLife.in(link, Duration.ofSeconds(5))).isEqualTo(lives);
            link.discard();
        }
    }

    /** As a front end that answers the root DSE while binds fail. */
    @Test
    void aServerThatReturnedInVainIsNotLookedAtAtOnce() {
        try (LdapConnections connections = setup.connections()) {
            ServerGroup group = new ServerGroup(connections.connectors());
            Recovery recovery = new Recovery(group, Duration.ofHours(1), null, Duration.ofSeconds(5));
            group.health().failed(0);
            recovery.run();
            assertThat(group.health().hasFailed(0)).isFalse();

            group.health().failed(0);
            recovery.run();

            assertThat(group.health().hasFailed(0)).isTrue();
            assertThat(first.counts().connections()).isOne();
        }
    }
}
