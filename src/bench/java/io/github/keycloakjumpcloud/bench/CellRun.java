package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.openldap.OperationTotals;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures one repetition of a cell: a fresh database, a fresh Keycloak, one provider, and one sync after the other. */
record CellRun(
        Cell cell,
        int repetition,
        BenchDirectory directory,
        @Nullable BenchDirectory warmUp,
        Databases databases,
        BenchKeycloak keycloak) {

    private static final Duration SYNC_LIMIT = Duration.ofHours(4);
    static final int WARM_UP_SYNCS = 3;

    CellResult measure() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        directory.show(DirectoryState.FIRST);
        Path gcLog = BenchFolder.get().gcLog(cell.name() + "-" + repetition);
        try (BenchDatabase database = databases.fresh()) {
            List<StepResult> steps = new ArrayList<>();
            String realmId;
            try (KeycloakServer server = keycloak.start(database, gcLog)) {
                if (warmUp != null) {
                    warmUp(server, warmUp);
                }
                RealmApi realm = server.admin().waiting(SYNC_LIMIT).createRealm();
                realmId = realm.settings().path("id").asText();
                FederationApi federation = cell.contender().federate(realm, directory.url(cell.roundTripMillis()));
                for (Step step : Step.values()) {
                    steps.add(measure(step, server, federation, database, new GcLog(gcLog)));
                }
            }
            return new CellResult(cell, repetition, Instant.now().toString(), load, steps, limits(database, realmId));
        }
    }

    /** A small company comes and goes: a server that runs for days has compiled what a sync needs. */
    private void warmUp(KeycloakServer server, BenchDirectory small) {
        RealmApi realm = server.admin().createRealm();
        FederationApi federation = cell.contender().federate(realm, small.url(0));
        for (int sync = 0; sync < WARM_UP_SYNCS; sync++) {
            federation.fullSync().ok();
        }
        realm.delete();
    }

    private StepResult measure(
            Step step, KeycloakServer server, FederationApi federation, BenchDatabase database, GcLog gcLog) {
        if (step.state() != DirectoryState.FIRST) {
            directory.show(step.state());
        }
        for (int sync = 0; sync < step.syncsBefore(); sync++) {
            federation.fullSync().ok();
        }
        database.resetCounts();
        OperationTotals before = directory.totals();
        Duration cpu = server.cpuTime();
        Instant from = Instant.now();
        long start = System.nanoTime();
        Response answer = federation.fullSync();
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration used = server.cpuTime().minus(cpu);
        return new StepResult(
                step,
                seconds,
                used.toMillis() / 1e3,
                directory.totals().since(before),
                database.counts(),
                gcLog.peakMebibytes(from, Instant.now()),
                answer.status() + " " + answer.body(),
                Deviation.of(database, federation.id(), new Company(cell.scale(), step.state())));
    }

    private @Nullable Limits limits(BenchDatabase full, String realmId) {
        if (cell.contender() != Contender.OURS) {
            return null;
        }
        try (BenchDatabase fresh = databases.fresh()) {
            return Limits.measure(directory.url(cell.roundTripMillis()), cell.scale(), full, fresh, realmId);
        }
    }
}
