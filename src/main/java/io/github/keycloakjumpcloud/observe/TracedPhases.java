package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import io.opentelemetry.api.trace.Span;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.keycloak.tracing.TracingProvider;

/**
 * Passes a run's progress on, and opens a span for each of its phases with the number of entries that were worked off. Phases begin on the run's own
 * thread, which closes this; progress may come from any.
 */
public final class TracedPhases implements SyncMonitor, AutoCloseable {

    private final SyncMonitor monitor;
    private final TracingProvider tracing;
    private final AtomicLong done = new AtomicLong();
    private @Nullable Span span;

    TracedPhases(SyncMonitor monitor, TracingProvider tracing) {
        this.monitor = monitor;
        this.tracing = tracing;
    }

    @Override
    public void phase(SyncPhase phase, long total) {
        close();
        span = tracing.startSpan(Spans.TRACER, "JumpCloud." + phase.name().toLowerCase(Locale.ROOT));
        monitor.phase(phase, total);
    }

    @Override
    public void advance(long by) {
        done.addAndGet(by);
        monitor.advance(by);
    }

    @Override
    public boolean stopRequested() {
        return monitor.stopRequested();
    }

    /** Ends the span of the last phase. */
    @Override
    public void close() {
        if (span != null) {
            span.setAttribute(SpanAttributes.ENTRIES, done.getAndSet(0));
            tracing.endSpan();
            span = null;
        }
    }
}
