package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long and how much a read takes in. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongSearchLimitsTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aSearchWithoutEndIsGivenUpThoughEveryEntryComesInTime() throws Exception {
        try (HostileServer server = new HostileServer(Talk.SEARCH, HostileAct.AN_ENTRY_AT_A_TIME)) {
            Harvest<String> harvest = read(server, AnswerLimit.ofRead(), Duration.ofSeconds(1));

            assertThat(harvest.shortfall()).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "1000"));
        }
    }

    @Test
    void whatIsTooMuchIsNoPictureAtAll() throws IOException {
        try (HostileServer server = new HostileServer(Talk.SEARCH, HostileAct.ENDLESS_ENTRIES)) {
            assertThatThrownBy(() -> read(server, new AnswerLimit(1000, 100_000), Duration.ofSeconds(10)))
                    .isInstanceOfSatisfying(
                            LdapFailure.class,
                            failure -> assertThat(failure.problem().kind()).isEqualTo(Problem.Kind.TOO_MUCH));
        }
    }

    @Test
    void aConnectionLostAfterAWrongAnswerIsNotTakenForALostOne() throws Exception {
        try (HostileServer server = new HostileServer(Talk.SEARCH, HostileAct.ANSWER_TO_A_BIND)) {
            Harvest<String> harvest = read(server, AnswerLimit.ofRead(), Duration.ofSeconds(15));

            assertThat(Optional.ofNullable(harvest.shortfall()).map(Problem::kind))
                    .contains(Problem.Kind.BROKEN_ANSWER);
        }
    }

    @Test
    void anEntryWeighsAtLeastWhatItSends() {
        Entry entry = new Entry("uid=jane");
        entry.addAttribute("title", "x".repeat(1000), "y");

        assertThat(AnswerLimit.weight(entry)).isBetween(1000L, 2000L);
    }

    @Test
    void aHundredThousandUsersFitIntoKeycloaksHeap() {
        Entry entry = new Entry("uid=maximiliane.muster,ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com");
        List.of("uid", "mail", "givenName", "sn", "uidNumber", "title", "employeeType", "departmentNumber", "l", "st")
                .forEach(name -> entry.addAttribute(name, "Twenty characters at"));
        for (int i = 0; i < 7; i++) {
            entry.addAttribute(
                    "memberOf", "cn=Group number " + i + ",ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com");
        }

        assertThat(AnswerLimit.weight(entry) * 100_000).isLessThan(512L << 19);
    }

    private Harvest<String> read(HostileServer server, AnswerLimit limit, Duration whole) throws LdapFailure {
        setup.servers = List.of(new ServerAddress(false, "localhost", server.port()));
        try (LdapConnections connections = setup.connections();
                Link link = connections.openForReading()) {
            return new LongSearch<>(
                            link,
                            new Intake(limit),
                            setup.usersDn,
                            Filter.createPresenceFilter("uid"),
                            new String[] {"uid"},
                            Entry::getDN,
                            whole)
                    .run();
        }
    }
}
