package io.github.keycloakjumpcloud.sync;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes a run's progress on and notes how long each phase takes. Belongs to one run. */
final class PhaseClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SyncMonitor monitor;
    private final Map<SyncPhase, Long> nanos = new EnumMap<>(SyncPhase.class);
    private @Nullable SyncPhase current;
    private long start;

    PhaseClock(SyncMonitor monitor) {
        this.monitor = monitor;
    }

    void begin(SyncPhase phase, long total) {
        end();
        current = phase;
        start = System.nanoTime();
        monitor.phase(phase, total);
    }

    void advance(long by) {
        monitor.advance(by);
    }

    boolean stopRequested() {
        return monitor.stopRequested();
    }

    /** Ends the current phase and gives the durations of all. */
    Map<SyncPhase, Long> end() {
        if (current != null) {
            nanos.merge(current, System.nanoTime() - start, Long::sum);
            current = null;
        }
        Map<SyncPhase, Long> millis = new EnumMap<>(SyncPhase.class);
        nanos.forEach((phase, time) -> millis.put(phase, time / NANOS_PER_MILLI));
        return millis;
    }
}
