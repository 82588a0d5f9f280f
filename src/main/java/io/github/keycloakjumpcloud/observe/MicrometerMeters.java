package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One provider's meters in a Micrometer registry. Thread-safe. */
final class MicrometerMeters implements ProviderMeters {

    private static final String ID = "provider_id";

    private final MeterRegistry registry;
    private final String id;
    private final Supplier<List<ServerStatus>> status;
    private final RequestMeters requests;
    private final RunMeters runs;
    private final ServerGauges servers;

    MicrometerMeters(MeterRegistry registry, ProviderLabel label, Supplier<List<ServerStatus>> status) {
        Tags tags = Tags.of("realm", label.realm(), "provider", label.name(), ID, label.id());
        this.registry = registry;
        this.id = label.id();
        this.status = status;
        this.requests = new RequestMeters(registry, tags);
        this.runs = new RunMeters(registry, tags);
        this.servers = new ServerGauges(registry, tags, status);
    }

    /**
     * Makes meters in the registry that Keycloak shows.
     *
     * @throws LinkageError where there is no Micrometer
     */
    static Metering.Maker inKeycloak() {
        MeterRegistry keycloak = Metrics.globalRegistry;
        return (label, status) -> new MicrometerMeters(keycloak, label, status);
    }

    @Override
    public void signedIn(Verdict verdict) {
        requests.signedIn(verdict);
    }

    @Override
    public void lookedUp(Lookup lookup) {
        requests.lookedUp(lookup);
    }

    @Override
    public void read(ReadOutcome outcome) {
        requests.read(outcome);
    }

    @Override
    public void bound(@Nullable String server, BindOutcome outcome, Duration took) {
        requests.bound(server, outcome, took);
    }

    @Override
    public void runEnded(RunTrigger trigger, boolean dryRun, RunState state, @Nullable Duration took) {
        runs.ended(trigger, dryRun, state, took);
    }

    @Override
    public void runDid(SyncReport report) {
        runs.did(report);
    }

    @Override
    public void know(long succeeded, long held) {
        runs.know(succeeded, held);
    }

    @Override
    public void period(OptionalInt seconds) {
        runs.period(seconds);
    }

    @Override
    public void showServers() {
        List<ServerStatus> now = status.get();
        servers.show(now);
        now.stream()
                .filter(server -> server.purpose() == ServerStatus.Purpose.SIGN_IN)
                .forEach(server -> requests.show(server.server()));
    }

    @Override
    public void remove() {
        List<Meter> ours = registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(MeterNames.PREFIX)
                        && id.equals(meter.getId().getTag(ID)))
                .toList();
        ours.forEach(registry::remove);
    }
}
