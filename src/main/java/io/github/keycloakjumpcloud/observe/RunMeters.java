package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.sync.ActionKind;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Counts one provider's runs on this node and shows what this node knows of those in the whole cluster. Thread-safe. */
final class RunMeters {

    /** Entries that could not be written; a report has no action for them. */
    private static final String FAILED = "failed";

    private final MeterRegistry registry;
    private final Tags tags;
    private final CounterSet actions;
    private volatile double lastSuccess;
    private volatile double heldRemovals;
    private volatile double period;

    RunMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.actions = new CounterSet(
                registry,
                MeterNames.ACTIONS,
                "What runs did to users, groups and memberships, and what they left undone",
                tags,
                MeterNames.ACTION,
                actionNames());
        gauge(
                MeterNames.LAST_SUCCESS,
                "When a sync last succeeded, in seconds since 1970; 0 if this is not known",
                MeterNames.SECONDS,
                meters -> meters.lastSuccess);
        gauge(
                MeterNames.SYNC_PERIOD,
                "Time between periodic syncs; 0 if there are none",
                MeterNames.SECONDS,
                meters -> meters.period);
        gauge(
                MeterNames.HELD_REMOVALS,
                "Removals that wait for an administrator's approval",
                null,
                meters -> meters.heldRemovals);
    }

    private void gauge(String name, String description, @Nullable String unit, ToDoubleFunction<RunMeters> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private static List<String> actionNames() {
        List<String> names = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            names.add(lower(kind));
        }
        names.add(FAILED);
        return names;
    }

    /** @param took {@code null} where nobody knows */
    void ended(RunTrigger trigger, boolean dryRun, RunState state, @Nullable Duration took) {
        Counter.builder(MeterNames.RUNS)
                .description("Runs that have ended")
                .tags(tags.and(
                        MeterNames.TRIGGER, lower(trigger),
                        MeterNames.RESULT, lower(state),
                        MeterNames.DRY_RUN, String.valueOf(dryRun)))
                .register(registry)
                .increment();
        if (took != null) {
            Timer.builder(MeterNames.RUN_DURATION)
                    .description("How long runs took")
                    .tags(tags.and(MeterNames.RESULT, lower(state)))
                    .register(registry)
                    .record(took);
        }
    }

    /** What a run did; a dry run did nothing, whatever it lists. */
    void did(SyncReport report) {
        if (report.dryRun()) {
            return;
        }
        report.counts().forEach((kind, count) -> actions.count(lower(kind), count));
        actions.count(FAILED, report.failed() - report.count(ActionKind.CONFLICT) - report.count(ActionKind.REJECTED));
    }

    /** An earlier success than is known changes nothing, as the history forgets. */
    synchronized void know(long succeeded, long held) {
        lastSuccess = Math.max(lastSuccess, succeeded / 1_000.0);
        heldRemovals = held;
    }

    /** Seconds between periodic syncs, 0 where there are none. */
    void period(int seconds) {
        period = seconds;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
