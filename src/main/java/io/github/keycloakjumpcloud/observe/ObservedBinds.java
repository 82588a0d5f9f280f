package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.directory.BindListener;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts one provider's binds and tells their spans which server was asked. Thread-safe. */
public final class ObservedBinds implements BindListener {

    private final Metering metering;
    private final String componentId;

    public ObservedBinds(Metering metering, String componentId) {
        this.metering = metering;
        this.componentId = componentId;
    }

    @Override
    public void bound(@Nullable String server, BindOutcome outcome, Duration took) {
        if (server != null) {
            // The same thread is in the span of ObservedDirectory.
            Span.current().setAttribute(SpanAttributes.SERVER, server);
        }
        metering.of(componentId).bound(server, outcome, took);
    }
}
