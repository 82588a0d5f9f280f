package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.tracing.TracingProvider;

/**
 * Spans in Keycloak's traces, below whatever span the thread is in. They carry outcomes, servers and numbers, never names, filters or DNs. Nothing
 * happens where tracing is off. Thread-safe; keeps no session.
 */
public final class Spans {

    static final String TRACER = "io.github.keycloakjumpcloud";

    private final Supplier<TracingProvider> tracing;

    Spans(Supplier<TracingProvider> tracing) {
        this.tracing = tracing;
    }

    /** Spans of this server. Keycloak's provider is made without a session, as it knows only its thread. */
    public static Spans of(KeycloakSessionFactory sessions) {
        return new Spans(
                () -> sessions.getProviderFactory(TracingProvider.class).create(null));
    }

    /** Does the work within a span. */
    public <T> T around(String name, Function<Span, T> work) {
        TracingProvider provider = tracing.get();
        Span span = provider.startSpan(TRACER, name);
        try {
            return work.apply(span);
        } catch (RuntimeException | Error e) {
            // The class alone: a message may name somebody.
            span.setStatus(StatusCode.ERROR, e.getClass().getName());
            throw e;
        } finally {
            provider.endSpan();
        }
    }

    /** The same monitor, with a span for each phase until it is closed. */
    public TracedPhases phases(SyncMonitor monitor) {
        return new TracedPhases(monitor, tracing.get());
    }
}
