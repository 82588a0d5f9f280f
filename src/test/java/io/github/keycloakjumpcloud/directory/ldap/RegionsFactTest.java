package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RegionsFactTest {

    private static final String SERVER = "LDAP.jumpcloud.com";

    private final RegionsFact regions = new RegionsFact();

    @Test
    void hostsInEurope() {
        assertThat(regions.look(SERVER, knowing("ldap.jumpcloud.com", "ldap.eu.jumpcloud.com")))
                .isEqualTo(Question.REGIONS.answered(
                        "ownHosts", "known to the name server: ldap.eu.jumpcloud.com, ldap.jumpcloud.com"));
    }

    @Test
    void noneElsewhere() {
        assertThat(regions.look(SERVER, knowing("ldap.jumpcloud.com")))
                .isEqualTo(Question.REGIONS.answered("none", "known to the name server: ldap.jumpcloud.com"));
    }

    @Test
    void nobodyLooksWhereItIsNotJumpCloud() {
        assertThat(regions.look("ldap.acme.example", host -> {
                            throw new AssertionError(host);
                        })
                        .answer())
                .isEqualTo(Fact.UNKNOWN);
    }

    @Test
    void aNameServerThatKnowsEveryNameSaysNothing() {
        assertThat(regions.look(SERVER, host -> HostLookup.EXISTS))
                .isEqualTo(Question.REGIONS.unknown("the name server knows invented names, too"));
    }

    @Test
    void silenceIsNoAnswer() {
        assertThat(regions.look(
                        SERVER, host -> host.startsWith("ldap-mfa.in") ? HostLookup.UNANSWERED : HostLookup.ABSENT))
                .isEqualTo(Question.REGIONS.unknown("the name server did not answer"));
    }

    @Test
    void whatFailuresSay() {
        UnknownHostException unknown = new UnknownHostException("a");
        assertThat(TrialConnections.outcome(failure(unknown))).isEqualTo(HostLookup.ABSENT);
        assertThat(TrialConnections.outcome(
                        failure(new UnknownHostException("a: Temporary failure in name resolution"))))
                .isEqualTo(HostLookup.UNANSWERED);
        assertThat(TrialConnections.outcome(failure(new TimeoutException()))).isEqualTo(HostLookup.UNANSWERED);
    }

    private static Function<String, HostLookup> knowing(String... hosts) {
        Set<String> known = Set.of(hosts);
        return host -> known.contains(host) ? HostLookup.EXISTS : HostLookup.ABSENT;
    }

    private static UnknownHostException failure(Exception cause) {
        UnknownHostException failure = new UnknownHostException("a");
        failure.initCause(cause);
        return failure;
    }
}
