package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Sign-ins with a password alone, at a Keycloak with one provider and a database of its own. */
record PlainSignIns(
        KeycloakServer server,
        BenchDatabase database,
        Contender provider,
        BenchDirectory directory,
        SignInOptions options,
        int repetition)
        implements AutoCloseable {

    static PlainSignIns start(
            Contender provider,
            Databases databases,
            BenchKeycloak keycloak,
            BenchDirectory directory,
            SignInOptions options,
            int repetition) {
        BenchDatabase database = databases.fresh();
        Path gcLog = BenchFolder.get().gcLog("signin-" + provider.name().toLowerCase(Locale.ROOT) + "-" + repetition);
        return new PlainSignIns(keycloak.start(database, gcLog), database, provider, directory, options, repetition);
    }

    /** Returns when the server has compiled what a sign-in needs, as one has that runs for days. */
    void warmUp() {
        try (SignInRealm realm = realm(List.of(directory.url(0)))) {
            WarmUp warmUp = new WarmUp(realm, new RestingServer(server::cpuTime));
            warmUp.with(SignInKind.KNOWN_USER, options.warmUp());
            if (options.kinds().contains(SignInKind.UNKNOWN_NAME)) {
                warmUp.with(SignInKind.UNKNOWN_NAME, options.warmUp() / 16);
            }
            if (options.kinds().contains(SignInKind.WRONG_PASSWORD)) {
                warmUp.with(SignInKind.WRONG_PASSWORD, options.warmUp() / 4);
            }
        }
    }

    SignInRealm realm(List<String> urls) {
        return SignInRealm.of(server, provider, directory, urls, directory.people());
    }

    SignInFigures measure(SignInRealm realm, SignInCell cell) {
        if (provider == Contender.OURS) {
            realm.refreshAlways(cell.kind() == SignInKind.REFRESHED_USER);
        }
        realm.warmUp(cell.kind());
        int signIns = options.signIns(cell);
        if (cell.users() > 1) {
            // Many at once take other ways through a server, which it has not compiled yet.
            realm.run(cell.kind(), cell.users(), signIns);
        }
        return new SignInMeasurement(cell, repetition, server::cpuTime, directory::totals)
                .of(signIns, () -> realm.run(cell.kind(), cell.users(), signIns));
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
