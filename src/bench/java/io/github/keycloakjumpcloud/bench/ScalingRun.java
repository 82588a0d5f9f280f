package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.bench.LiveMemory.Use;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.nio.file.Path;
import java.time.Duration;

/** Measures one cell: a database and a Keycloak of its own, and one realm after the other. */
record ScalingRun(
        ScalingCell cell,
        BenchDirectory directory,
        BenchDirectory warmUp,
        Databases databases,
        BenchKeycloak keycloak) {

    private static final int UNCHANGED = 3;
    /** Beyond this the comparison needs more memory than Keycloak; tables are counted there. */
    private static final int MOST_COMPARED = 300_000;

    private static final int WARM_UP_REALMS = 2;
    private static final int WARM_UP_SYNCS = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);
    private static final Duration SYNC_LIMIT = Duration.ofHours(1);

    void measure(ScalingFiles files) throws InterruptedException {
        Path gcLog = BenchFolder.get()
                .gcLog("scaling-" + String.join("-", cell.columns()) + "-" + System.currentTimeMillis());
        try (DistantDatabase database =
                        new DistantDatabase(databases.fresh(), cell.databaseMillis(), cell.rewritten());
                KeycloakServer server = keycloak.start(database::on, gcLog)) {
            for (int realm = 0; realm < WARM_UP_REALMS; realm++) {
                warmUp(server);
            }
            ScalingSyncs syncs = new ScalingSyncs(cell, server, directory, database, files);
            for (int repetition = 1; repetition <= cell.repetitions(); repetition++) {
                if (repetition > 1) {
                    directory.show(DirectoryState.FIRST);
                }
                FederationApi federation = federation(server);
                syncs.measure(repetition, "import", federation);
                if (repetition == 1 && cell.wants("tables")) {
                    new ScalingTables(database.near()).keep(cell, files);
                }
                for (int sync = 0; sync < UNCHANGED; sync++) {
                    syncs.measure(repetition, "unchanged", federation);
                }
                if (repetition == 1 && cell.wants("signins")) {
                    new ScalingSignIns(cell, server, directory, database).keep(federation, files);
                }
                if (repetition == 1 && cell.wants("memory")) {
                    memory("unchanged", federation, new LiveMemory(server, new GcLog(gcLog)), files);
                }
                if (cell.wants("syncs")) {
                    directory.show(DirectoryState.USERS_CHANGED);
                    syncs.measure(repetition, "changed", federation);
                    directory.show(DirectoryState.FIRST);
                    syncs.measure(repetition, "changed", federation);
                }
                check(database, federation);
            }
            if (cell.wants("importmemory")) {
                memory("import", federation(server), new LiveMemory(server, new GcLog(gcLog)), files);
            }
        }
    }

    private FederationApi federation(KeycloakServer server) {
        return Contender.OURS.federate(
                server.admin().waiting(SYNC_LIMIT).createRealm(), directory.url(cell.ldapMillis()));
    }

    /** So that what is measured is not the compilation of a server that has just started. */
    private void warmUp(KeycloakServer server) {
        FederationApi federation =
                Contender.OURS.federate(server.admin().waiting(SYNC_LIMIT).createRealm(), warmUp.url(0));
        for (int sync = 0; sync < WARM_UP_SYNCS; sync++) {
            new SyncOnce(federation).run();
        }
        federation.realm().delete();
    }

    private void memory(String sync, FederationApi federation, LiveMemory memory, ScalingFiles files)
            throws InterruptedException {
        // One that takes less time than a collection could slip through between two of them.
        Use use = memory.during(() -> {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            do {
                new SyncOnce(federation).run();
            } while (System.nanoTime() < end);
        });
        files.memory(cell, sync, use.before(), use.peak(), use.after());
    }

    private void check(DistantDatabase database, FederationApi federation) {
        if (cell.users() > MOST_COMPARED) {
            return;
        }
        Deviation deviation =
                Deviation.of(database.near(), federation.id(), new Company(cell.scale(), DirectoryState.FIRST));
        if (deviation.users() + deviation.memberships() > 0) {
            throw new IllegalStateException("What was imported is not what the directory holds: " + deviation);
        }
    }
}
