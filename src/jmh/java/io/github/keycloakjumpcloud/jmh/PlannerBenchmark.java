package io.github.keycloakjumpcloud.jmh;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.sync.SyncPlan;
import io.github.keycloakjumpcloud.sync.SyncPlanner;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole plan for a company of some size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlannerBenchmark {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @Param({"10000", "100000"})
    private int users;

    private final SyncPlanner planner = new SyncPlanner(false, true, false, RemovalSettings.DEFAULT);
    private final LocalSnapshot nothing = World.emptyKeycloak();
    private Snapshot directory = World.of(0).directory();
    private LocalSnapshot everything = nothing;

    @Setup
    public void make() {
        World world = World.of(users);
        directory = world.directory();
        everything = world.keycloak();
    }

    /** Everybody is new. */
    @Benchmark
    public SyncPlan firstImport() {
        return planner.plan(directory, nothing, SyncPlanner.Scope.EVERYBODY, NOW);
    }

    /** Nobody has changed: the usual case. */
    @Benchmark
    public SyncPlan nothingChanged() {
        return planner.plan(directory, everything, SyncPlanner.Scope.EVERYBODY, NOW);
    }
}
