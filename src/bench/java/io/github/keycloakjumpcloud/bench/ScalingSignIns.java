package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.openldap.OperationTotals;
import java.time.Duration;

/** Sign-ins of known people one after the other, and of many at once. */
record ScalingSignIns(ScalingCell cell, KeycloakServer server, BenchDirectory directory, DistantDatabase database) {

    private static final int WARM_UP = 3_000;
    private static final int ALONE = 60;
    private static final int AT_ONCE = 50;
    private static final int MANY = 2_000;

    /** Not closed afterwards: the server ends with its realms. */
    void keep(FederationApi federation, ScalingFiles files) {
        SignInRealm realm = new SignInRealm(federation, directory.people());
        new WarmUp(realm, new RestingServer(server::cpuTime)).with(SignInKind.KNOWN_USER, WARM_UP);
        for (int repetition = 0; repetition < cell.repetitions(); repetition++) {
            measure(realm, repetition == 0 ? "yes" : "partly", 1, ALONE, files);
            measure(realm, "yes", AT_ONCE, MANY, files);
            // Keycloak notes the time of a sync in the realm, and forgets all of its users.
            federation.fullSync().ok();
            measure(realm, "no", 1, SignInKind.CIRCLE, files);
        }
    }

    private void measure(SignInRealm realm, String cached, int atOnce, int signIns, ScalingFiles files) {
        OperationTotals ldap = directory.totals();
        LineTraffic line = database.traffic();
        Duration cpu = server.cpuTime();
        Load.Outcome outcome = realm.run(SignInKind.KNOWN_USER, atOnce, signIns);
        files.signIns(
                cell,
                cached,
                atOnce,
                signIns,
                outcome.seconds(),
                outcome.latencies().percentile(50),
                outcome.latencies().percentile(99),
                outcome.unexpected(),
                server.cpuTime().minus(cpu).toMillis() / 1e3,
                directory.totals().since(ldap).operations(),
                database.traffic().since(line).turns());
    }
}
