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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts one provider's runs on this node and shows what this node knows of those in the whole cluster. Thread-safe. */
final class RunMeters {

    /** Entries that could not be written; a report has no action for them. */
    private static final String FAILED = "failed";

    private static final List<RunState> ENDED =
            Arrays.stream(RunState.values()).filter(RunState::ended).toList();

    private final Map<End, Counter> runs;
    private final Map<RunState, Timer> durations;
    private final CounterSet actions;
    private volatile double lastSuccess;
    private volatile double heldRemovals;
    private volatile double period;

    /** How a run ended, in the words of its counter. */
    private record End(RunTrigger trigger, boolean dryRun, RunState state) {}

    RunMeters(MeterRegistry registry, Tags tags) {
        this.runs = runs(registry, tags);
        this.durations = durations(registry, tags);
        this.actions = new CounterSet(
                registry,
                MeterNames.ACTIONS,
                "What runs did to users, groups and memberships, and what they left undone",
                tags,
                MeterNames.ACTION,
                actionNames());
        gauge(
                registry,
                tags,
                MeterNames.LAST_SUCCESS,
                "When a sync last succeeded, in seconds since 1970; 0 if this is not known",
                MeterNames.SECONDS,
                meters -> meters.lastSuccess);
        gauge(
                registry,
                tags,
                MeterNames.SYNC_PERIOD,
                "Time between periodic syncs; 0 if there are none, NaN if the provider is not to be synced",
                MeterNames.SECONDS,
                meters -> meters.period);
        gauge(
                registry,
                tags,
                MeterNames.HELD_REMOVALS,
                "Removals that wait for an administrator's approval",
                null,
                meters -> meters.heldRemovals);
    }

    private void gauge(
            MeterRegistry registry,
            Tags tags,
            String name,
            String description,
            @Nullable String unit,
            ToDoubleFunction<RunMeters> value) {
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

    /** Each combination is there at zero from the start, as otherwise nobody would see the first event as an increase. */
    private static Map<End, Counter> runs(MeterRegistry registry, Tags tags) {
        Map<End, Counter> counters = new HashMap<>();
        for (RunTrigger trigger : RunTrigger.values()) {
            for (RunState state : ENDED) {
                for (boolean dryRun : new boolean[] {false, true}) {
                    counters.put(
                            new End(trigger, dryRun, state),
                            Counter.builder(MeterNames.RUNS)
                                    .description("Runs that have ended")
                                    .tags(tags.and(
                                            MeterNames.TRIGGER, lower(trigger),
                                            MeterNames.RESULT, lower(state),
                                            MeterNames.DRY_RUN, String.valueOf(dryRun)))
                                    .register(registry));
                }
            }
        }
        return Map.copyOf(counters);
    }

    private static Map<RunState, Timer> durations(MeterRegistry registry, Tags tags) {
        return ENDED.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), state -> Timer.builder(
                        MeterNames.RUN_DURATION)
                .description("How long runs took")
                .tags(tags.and(MeterNames.RESULT, lower(state)))
                .register(registry)));
    }

    /** @param took {@code null} where nobody knows */
    void ended(RunTrigger trigger, boolean dryRun, RunState state, @Nullable Duration took) {
        Counter counter = runs.get(new End(trigger, dryRun, state));
        if (counter != null) {
            counter.increment();
        }
        Timer timer = durations.get(state);
        if (timer != null && took != null) {
            timer.record(took);
        }
    }

    /** What a run did; a dry run did nothing, whatever it lists. */
    void did(SyncReport report) {
        if (report.dryRun()) {
            return;
        }
        report.counts().forEach((kind, count) -> actions.count(lower(kind), count));
        actions.count(FAILED, report.unwritten());
    }

    /** An earlier success than is known changes nothing, as the history forgets. */
    synchronized void know(long succeeded, long held) {
        lastSuccess = Math.max(lastSuccess, succeeded / 1_000.0);
        heldRemovals = held;
    }

    /** Seconds between periodic syncs, 0 where there are none; empty where the provider is not to be synced. */
    void period(OptionalInt seconds) {
        period = seconds.isPresent() ? seconds.getAsInt() : Double.NaN;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
