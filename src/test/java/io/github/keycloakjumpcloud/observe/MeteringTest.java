package io.github.keycloakjumpcloud.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.directory.ServerStatus.Purpose;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.sync.ActionKind;
import io.github.keycloakjumpcloud.sync.SyncOutcome;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeteringTest {

    private static final String SERVER = "ldaps://ldap.example:636";
    private static final OptionalInt NO_PERIOD = OptionalInt.of(0);
    private static final Problem AWAY = Problem.of(Problem.Kind.TIMEOUT, "100");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Metering metering = new Metering();
    private List<ServerStatus> servers = List.of(new ServerStatus(SERVER, Purpose.SIGN_IN, false, 2, 1));

    @Test
    @DisplayName("while metrics are off everything can be counted, and nothing is registered")
    void off() {
        metering.know(label("realm", "name", "a"), OptionalInt.of(60));
        metering.of("a").signedIn(new Verdict.Accepted());
        metering.of("a").bound(SERVER, new BindOutcome.Accepted(), Duration.ofMillis(1));
        metering.of("a").runEnded(RunTrigger.TIMER, false, RunState.COMPLETED, Duration.ofSeconds(1));
        metering.of("a").showServers();

        assertThat(metering.isOn()).isFalse();
        assertThat(metering.knows("a")).isFalse();
        assertThat(Metrics.globalRegistry.getMeters()).isEmpty();
    }

    @Test
    @DisplayName("each provider's sign-ins, look-ups and binds are counted by outcome, under its own names")
    void counted() {
        begin();
        metering.know(label("one", "jumpcloud", "a"), NO_PERIOD);
        metering.know(label("two", "jumpcloud", "b"), NO_PERIOD);
        ProviderMeters requests = metering.of("a");

        requests.signedIn(new Verdict.AcceptedUnasked(AWAY, Instant.EPOCH));
        requests.signedIn(new Verdict.Refused("no"));
        requests.lookedUp(new Lookup.Unknown(AWAY));
        requests.bound(SERVER, new BindOutcome.InvalidCredentials(), Duration.ofMillis(30));
        requests.bound(null, new BindOutcome.Unavailable(AWAY), Duration.ofSeconds(2));

        assertThat(count("a", MeterNames.SIGN_INS, "outage_accepted")).isEqualTo(1);
        assertThat(count("a", MeterNames.SIGN_INS, "refused")).isEqualTo(1);
        assertThat(count("a", MeterNames.SIGN_INS, "accepted")).isZero();
        assertThat(count("b", MeterNames.SIGN_INS, "refused")).isZero();
        assertThat(count("a", MeterNames.LOOKUPS, "unknown")).isEqualTo(1);
        assertThat(binds(SERVER, "refused")).isEqualTo(1);
        assertThat(binds("none", "unavailable")).isEqualTo(1);
        assertThat(registry.get(MeterNames.SIGN_INS)
                        .tags("realm", "one", "provider", "jumpcloud", "provider_id", "a")
                        .counters())
                .hasSize(6);
    }

    @Test
    @DisplayName("gauges show the servers as they are when somebody reads them, and those of new settings alone")
    void serverGauges() {
        begin();
        metering.know(label("realm", "name", "a"), NO_PERIOD);
        assertThat(gauge(MeterNames.SERVER_UP, "server", SERVER)).isEqualTo(1);
        assertThat(gauge(MeterNames.POOL_CONNECTIONS, "state", "idle")).isEqualTo(2);
        assertThat(gauge(MeterNames.POOL_CONNECTIONS, "state", "busy")).isEqualTo(1);

        servers = List.of(new ServerStatus(SERVER, Purpose.SIGN_IN, true, 0, 0));
        assertThat(gauge(MeterNames.SERVER_UP, "server", SERVER)).isZero();
        assertThat(gauge(MeterNames.POOL_CONNECTIONS, "state", "idle")).isZero();

        servers = List.of(new ServerStatus("ldaps://other:636", Purpose.SIGN_IN, false, 0, 0));
        metering.of("a").showServers();
        assertThat(registry.find(MeterNames.SERVER_UP).gauges())
                .extracting(gauge -> gauge.getId().getTag("server"))
                .containsExactly("ldaps://other:636");
    }

    @Test
    @DisplayName("what the history forgets is not forgotten here, and held removals come and go")
    void facts() {
        begin();
        metering.know(label("realm", "name", "a"), OptionalInt.of(3600));
        ProviderMeters runs = metering.of("a");

        runs.know(7_500, 3);
        runs.know(0, 0);

        assertThat(gauge(MeterNames.LAST_SUCCESS, "provider_id", "a")).isEqualTo(7.5);
        assertThat(gauge(MeterNames.HELD_REMOVALS, "provider_id", "a")).isZero();
        assertThat(gauge(MeterNames.SYNC_PERIOD, "provider_id", "a")).isEqualTo(3600);
    }

    @Test
    @DisplayName(
            "however a run can end, its counter and timer are there at zero before, so that the first one is an increase")
    void runsFromZero() {
        begin();
        metering.know(label("realm", "name", "a"), NO_PERIOD);
        assertThat(registry.get(MeterNames.RUNS).counters())
                .hasSize(RunTrigger.values().length * 4 * 2)
                .allMatch(counter -> counter.count() == 0);
        assertThat(registry.get(MeterNames.RUN_DURATION).timers()).hasSize(4);
        Counter lost = registry.get(MeterNames.RUNS)
                .tags("trigger", "timer", "result", "lost", "dry_run", "false")
                .counter();

        metering.of("a").runEnded(RunTrigger.TIMER, false, RunState.LOST, null);

        assertThat(lost.count()).isEqualTo(1);
        assertThat(registry.get(MeterNames.RUNS).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a provider that is switched off has no period: 0 would say that something else syncs it")
    void switchedOff() {
        begin();
        metering.know(label("realm", "name", "a"), OptionalInt.of(3600));

        metering.know(label("realm", "name", "a"), OptionalInt.empty());
        assertThat(gauge(MeterNames.SYNC_PERIOD, "provider_id", "a")).isNaN();

        metering.know(label("realm", "name", "a"), NO_PERIOD);
        assertThat(gauge(MeterNames.SYNC_PERIOD, "provider_id", "a")).isZero();
    }

    @Test
    @DisplayName("failed are entries that could not be written, not those that came in without a value")
    void unwritten() {
        begin();
        metering.know(label("realm", "name", "a"), NO_PERIOD);

        // Ten in all: two conflicts, one rejected, four values left out, three not written.
        metering.of("a").runDid(report(Map.of(ActionKind.CONFLICT, 2L, ActionKind.REJECTED, 1L), 10, 4));

        assertThat(action("failed")).isEqualTo(3);
        assertThat(action("conflict")).isEqualTo(2);
    }

    private static SyncReport report(Map<ActionKind, Long> counts, long failed, long leftOut) {
        return new SyncReport(
                SyncOutcome.COMPLETED,
                false,
                counts,
                0,
                0,
                failed,
                leftOut,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private double action(String kind) {
        return registry.get(MeterNames.ACTIONS).tags("action", kind).counter().count();
    }

    @Test
    @DisplayName("under a new name a provider's meters begin anew, with its servers; the old ones are gone")
    void renamed() {
        begin();
        metering.know(label("realm", "old", "a"), NO_PERIOD);
        metering.of("a").signedIn(new Verdict.Accepted());

        metering.know(label("realm", "new", "a"), NO_PERIOD);

        assertThat(registry.getMeters()).isNotEmpty().allMatch(meter -> "new"
                .equals(meter.getId().getTag("provider")));
        assertThat(gauge(MeterNames.SERVER_UP, "provider", "new")).isEqualTo(1);
        assertThat(count("a", MeterNames.SIGN_INS, "accepted")).isZero();
    }

    @Test
    @DisplayName("meters go with their provider, however they came, and nobody else's do")
    void removed() {
        begin();
        Meter foreign = registry.counter("keycloak.other", "provider_id", "a");
        metering.know(label("realm", "name", "a"), NO_PERIOD);
        metering.know(label("realm", "name", "b"), NO_PERIOD);
        metering.know(label("realm", "name", "c"), NO_PERIOD);
        ProviderMeters kept = metering.of("a");
        kept.bound("ldaps://later:636", new BindOutcome.Accepted(), Duration.ofMillis(1));
        metering.of("a").runEnded(RunTrigger.REST, true, RunState.FAILED, Duration.ofMillis(1));

        metering.remove("a");
        metering.keep(Set.of("b"));
        // Somebody who is still at it counts for nobody.
        metering.of("a").bound(SERVER, new BindOutcome.Accepted(), Duration.ofMillis(1));

        assertThat(registry.getMeters())
                .filteredOn(meter -> !"b".equals(meter.getId().getTag("provider_id")))
                .containsExactly(foreign);
        assertThat(metering.knows("b")).isTrue();
    }

    private void begin() {
        metering.begin((label, status) -> new MicrometerMeters(registry, label, status), id -> servers);
    }

    private static ProviderLabel label(String realm, String name, String id) {
        return new ProviderLabel(realm, name, id);
    }

    private double count(String provider, String name, String outcome) {
        return registry.get(name)
                .tags("provider_id", provider, "outcome", outcome)
                .counter()
                .count();
    }

    private long binds(String server, String outcome) {
        return registry.get(MeterNames.BINDS)
                .tags("provider_id", "a", "server", server, "outcome", outcome)
                .timer()
                .count();
    }

    private double gauge(String name, String tag, String value) {
        return registry.get(name).tags(tag, value).gauge().value();
    }
}
