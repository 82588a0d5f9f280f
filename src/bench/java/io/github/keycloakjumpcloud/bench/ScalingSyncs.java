package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.openldap.OperationTotals;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import java.time.Duration;

/** Measures single syncs of a cell. */
record ScalingSyncs(
        ScalingCell cell,
        KeycloakServer server,
        BenchDirectory directory,
        DistantDatabase database,
        ScalingFiles files) {

    void measure(int repetition, String sync, FederationApi federation) {
        database.near().resetCounts();
        OperationTotals ldap = directory.totals();
        LineTraffic toDirectory = directory.traffic(cell.ldapMillis());
        LineTraffic toDatabase = database.traffic();
        Duration cpu = server.cpuTime();
        ProcessorTimes times = ProcessorTimes.read();
        SyncOnce.Done done = new SyncOnce(federation).run();
        StatementCounts sql = database.near().counts();
        LineTraffic fromDatabase = database.traffic().since(toDatabase);
        files.sync(
                cell,
                repetition,
                sync,
                done.count("CREATE_USER") + done.count("UPDATE_USER"),
                done.seconds(),
                done.phase("READING"),
                done.phase("COMPARING"),
                done.phase("GROUPS"),
                done.phase("USERS"),
                server.cpuTime().minus(cpu).toMillis() / 1e3,
                directory.totals().since(ldap).searches(),
                directory.traffic(cell.ldapMillis()).since(toDirectory).back(),
                sql == null ? 0 : sql.selects(),
                sql == null ? 0 : sql.writes(),
                fromDatabase.turns(),
                fromDatabase.there() + fromDatabase.back(),
                ProcessorTimes.read().stolenSince(times));
    }
}
