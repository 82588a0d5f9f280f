package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow, silent and large answers. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FactLimitsTest {

    private static final int LARGE_GROUP = 12_000;
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONGER = Duration.ofMillis(900);

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().empty().start();
    private final Setup setup = new Setup(standIn);

    FactLimitsTest() {
        standIn.directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    @DisplayName("a search through many entries may take longer than a look-up")
    void slowSearches() throws Exception {
        setup.readTimeout = SHORT;
        standIn.behaviour().unknowns().searchPause(LONGER);

        assertThat(ProbeAlone.look(setup, new UidNumberFact()).answer()).isEqualTo("unique");
        assertThat(ProbeAlone.look(setup, new NestedGroupsFact()).answer()).isEqualTo("flat");
        assertThat(ProbeAlone.look(setup, new CriticalPageFact()).answer()).isEqualTo("honoured");
    }

    @Test
    @DisplayName("a search without an answer costs neither what is known already nor the next questions")
    void oneSilentSearch() {
        setup.readTimeout = SHORT;
        standIn.behaviour()
                .operationalAttributes(OperationalAttributes.SERVED)
                .unknowns()
                .silentFilter("modifyTimestamp");

        FoundFacts facts = FoundFacts.of(setup, Duration.ZERO);

        assertThat(facts.fact(Question.OPERATIONAL_ATTRIBUTES).answer()).isEqualTo("served");
        assertThat(facts.fact(Question.OPERATIONAL_ATTRIBUTES).seen())
                .contains("entryUUID served", "not known whether they can be searched by modifyTimestamp");
        assertThat(facts.fact(Question.CRITICAL_PAGING).answer()).isEqualTo("honoured");
    }

    @Test
    @DisplayName("a group may be as large as a sync takes it")
    void largeGroups() throws Exception {
        try (JumpCloudStandIn crowd =
                JumpCloudStandIn.builder().generated(LARGE_GROUP, 1, 1).start()) {
            crowd.directory()
                    .addGroup("Everybody", crowd.directory().usernames().toArray(String[]::new));

            assertThat(ProbeAlone.look(new Setup(crowd), new NestedGroupsFact()))
                    .isEqualTo(Question.NESTED_GROUPS.answered("flat", "groups looked at: fewer than 10"));
        }
    }

    @Test
    @DisplayName("a connection that nobody answers on is not open")
    void lostInSilence() throws Exception {
        setup.readTimeout = SHORT;

        Fact fact = ProbeAlone.look(setup, new IdleFact(Duration.ofSeconds(1)), () -> standIn.behaviour()
                .hang(Hang.SEARCH));

        assertThat(fact)
                .isEqualTo(Question.IDLE.answered("lost", "no answer after 1 s, and no word that it is closed"));
    }

    @Test
    @DisplayName("only a refused connection says that the port is not served")
    void closedPorts() throws Exception {
        assertThat(closed(DeadServer.Way.REFUSES))
                .isEqualTo(Question.CLEAR_TEXT.answered("notServed", "the connection was refused"));
        assertThat(closed(DeadServer.Way.BLACK_HOLE))
                .isEqualTo(Question.CLEAR_TEXT.unknown("unreachable; a firewall may be in between"));
    }

    @Test
    @DisplayName("what the bind in clear text was answered is known even if StartTLS is not answered")
    void silentStartTls() throws Exception {
        setup.readTimeout = SHORT;
        try (HostileServer server = new HostileServer(Talk.EXTENDED, (talk, messageId) -> {})) {
            setup.servers = List.of(new ServerAddress(false, "localhost", server.port()));

            assertThat(ProbeAlone.look(setup, new ClearTextFact()))
                    .isEqualTo(Question.CLEAR_TEXT.answered(
                            "accepted", "bind: 0 success; StartTLS: not known, no answer"));
        }
    }

    private Fact closed(DeadServer.Way way) throws Exception {
        try (DeadServer server = new DeadServer(way);
                TrialConnections connections = setup.trial()) {
            ServerAddress plain =
                    new ServerAddress(false, "localhost", server.address().port());
            connections.inClearText(plain).open().discard();
            throw new AssertionError("This server takes no connections");
        } catch (LdapFailure e) {
            return new ClearTextFact().closed(e);
        }
    }
}
