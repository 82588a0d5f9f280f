package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import java.util.function.Supplier;

/** A directory whose look-ups, binds and reads are counted and appear in traces. Binds are counted by {@link ObservedBinds}, which knows the server. Thread-safe. */
public final class ObservedDirectory implements Directory {

    private final Directory directory;
    private final Metering metering;
    private final String componentId;
    private final Spans spans;

    public ObservedDirectory(Directory directory, Metering metering, String componentId, Spans spans) {
        this.directory = directory;
        this.metering = metering;
        this.componentId = componentId;
        this.spans = spans;
    }

    @Override
    public Lookup findByUsername(String username) {
        return lookUp(() -> directory.findByUsername(username));
    }

    @Override
    public Lookup findByEmail(String email) {
        return lookUp(() -> directory.findByEmail(email));
    }

    @Override
    public Lookup findById(IdAttribute attribute, String id) {
        return lookUp(() -> directory.findById(attribute, id));
    }

    /** The span is that of the wait for the answer: two that overlap on one thread cannot be told apart. */
    @Override
    public Supplier<Lookup> startFindById(IdAttribute attribute, String id) {
        Supplier<Lookup> pending = directory.startFindById(attribute, id);
        return () -> lookUp(pending);
    }

    @Override
    public ReadOutcome read() {
        return spans.around("JumpCloud.read", span -> {
            ReadOutcome outcome = directory.read();
            metering.of(componentId).read(outcome);
            span.setAttribute(SpanAttributes.OUTCOME, Outcomes.of(outcome));
            if (outcome instanceof ReadOutcome.Snapshot snapshot) {
                span.setAttribute(SpanAttributes.ENTRIES, snapshot.users().size());
                span.setAttribute(SpanAttributes.GROUPS, snapshot.groups().size());
            }
            return outcome;
        });
    }

    @Override
    public BindOutcome bind(String dn, String password) {
        return spans.around("JumpCloud.bind", span -> {
            BindOutcome outcome = directory.bind(dn, password);
            span.setAttribute(SpanAttributes.OUTCOME, Outcomes.of(outcome));
            return outcome;
        });
    }

    @Override
    public ProbeOutcome probe() {
        return directory.probe();
    }

    @Override
    public ProbeOutcome probeQuickly() {
        return directory.probeQuickly();
    }

    private Lookup lookUp(Supplier<Lookup> search) {
        return spans.around("JumpCloud.search", span -> {
            Lookup lookup = search.get();
            metering.of(componentId).lookedUp(lookup);
            span.setAttribute(SpanAttributes.OUTCOME, Outcomes.of(lookup));
            return lookup;
        });
    }
}
