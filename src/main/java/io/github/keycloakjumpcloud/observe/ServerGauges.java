package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Shows one provider's servers and connections as they are when somebody reads them. Thread-safe. */
final class ServerGauges {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Supplier<List<ServerStatus>> status;
    private final List<Meter> shown = new ArrayList<>();

    /** @param status asks nobody; keeps no session */
    ServerGauges(MeterRegistry registry, Tags tags, Supplier<List<ServerStatus>> status) {
        this.registry = registry;
        this.tags = tags;
        this.status = status;
    }

    /** Shows these servers and no others any more. */
    synchronized void show(List<ServerStatus> servers) {
        shown.forEach(registry::remove);
        shown.clear();
        servers.forEach(this::show);
    }

    private void show(ServerStatus server) {
        Tags place = tags.and(
                MeterNames.SERVER, server.server(),
                MeterNames.PURPOSE, server.purpose().name().toLowerCase(Locale.ROOT));
        gauge(
                MeterNames.SERVER_UP,
                "1: the server works as far as this node knows; 0: it failed and has not been seen to work since",
                place,
                server,
                now -> now.failed() ? 0 : 1);
        connections(place, "idle", server, ServerStatus::idle);
        connections(place, "busy", server, ServerStatus::busy);
    }

    private void connections(Tags place, String state, ServerStatus server, ToDoubleFunction<ServerStatus> value) {
        gauge(
                MeterNames.POOL_CONNECTIONS,
                "Open connections of this node",
                place.and(MeterNames.STATE, state),
                server,
                value);
    }

    private void gauge(
            String name, String description, Tags at, ServerStatus server, ToDoubleFunction<ServerStatus> value) {
        shown.add(Gauge.builder(name, status, all -> now(all.get(), server, value))
                .description(description)
                .tags(at)
                .strongReference(true)
                .register(registry));
    }

    private static double now(List<ServerStatus> all, ServerStatus asked, ToDoubleFunction<ServerStatus> value) {
        return all.stream()
                .filter(server -> server.server().equals(asked.server()) && server.purpose() == asked.purpose())
                .findFirst()
                .map(server -> value.applyAsDouble(server))
                .orElse(Double.NaN);
    }
}
