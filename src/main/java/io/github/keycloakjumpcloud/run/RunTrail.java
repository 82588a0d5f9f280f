package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.observe.SpanAttributes;
import io.github.keycloakjumpcloud.observe.Spans;
import io.github.keycloakjumpcloud.observe.TracedPhases;
import io.github.keycloakjumpcloud.store.NewRun;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What runs leave behind besides their history: a line in the log, this node's meters and spans. A run is counted by the node that writes its end, and
 * so once in the cluster. Thread-safe.
 */
final class RunTrail {

    private static final Logger LOG = Logger.getLogger(RunTrail.class);

    private final RunStore store;
    private final Metering metering;
    private final Spans spans;

    RunTrail(RunStore store, Metering metering, Spans spans) {
        this.store = store;
        this.metering = metering;
        this.spans = spans;
    }

    /** Does a run's work, with a span for it and one for each of its phases. */
    RunEnd traced(NewRun run, RunJob job, RunMonitor monitor) {
        return spans.around("JumpCloud.run", span -> {
            span.setAttribute(SpanAttributes.PROVIDER, run.componentId());
            span.setAttribute(SpanAttributes.TRIGGER, run.trigger().name());
            span.setAttribute(SpanAttributes.DRY_RUN, run.dryRun());
            try (TracedPhases phases = spans.phases(monitor)) {
                RunEnd end = job.run(phases);
                span.setAttribute(SpanAttributes.OUTCOME, end.state().name());
                return end;
            }
        });
    }

    /** A run of this node is over, and its end is stored. */
    void ended(NewRun run, RunState state, Duration took) {
        LOG.infof(
                "Run %s of provider %s, started by %s, ended after %d ms: %s",
                run.id(), run.componentId(), run.trigger(), took.toMillis(), state);
        metering.of(run.componentId()).runEnded(run.trigger(), run.dryRun(), state, took);
        refresh(run.componentId());
    }

    /** Other nodes' runs were found dead, and stored as lost. */
    void lost(List<StoredRun> runs) {
        for (StoredRun run : runs) {
            LOG.warnf(
                    "Run %s of provider %s, started by %s on %s, was lost with its node",
                    run.id(), run.componentId(), run.trigger(), run.node());
            metering.of(run.componentId()).runEnded(run.trigger(), run.dryRun(), RunState.LOST, null);
        }
    }

    /** Reads from the history what the meters show of the whole cluster. */
    void refresh(String componentId) {
        if (!metering.knows(componentId)) {
            return;
        }
        try {
            RunFacts facts = RunFacts.of(store.list(componentId), runId -> store.report(componentId, runId));
            metering.of(componentId).know(facts.lastSuccess(), facts.heldRemovals());
        } catch (RuntimeException e) {
            LOG.debugf(e, "The history of provider %s cannot be read for its metrics", componentId);
        }
    }
}
