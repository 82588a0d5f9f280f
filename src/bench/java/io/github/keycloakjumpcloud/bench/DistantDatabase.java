package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database as Keycloak sees it over a line of some length; with a round trip of 0 there is no line between, and nothing is counted. */
final class DistantDatabase implements AutoCloseable {

    private static final String JDBC = "jdbc:";

    private final BenchDatabase database;
    private final boolean rewritten;
    private final @Nullable LatencyProxy line;

    DistantDatabase(BenchDatabase database, int roundTripMillis, boolean rewritten) {
        this.database = database;
        this.rewritten = rewritten;
        this.line = roundTripMillis == 0
                ? null
                : LatencyProxy.start(address().getPort(), Duration.ofMillis(roundTripMillis));
    }

    private URI address() {
        return URI.create(database.jdbc().url().substring(JDBC.length()));
    }

    /** For Keycloak; what measures goes the short way. */
    KeycloakSettings on(KeycloakSettings settings) {
        Jdbc jdbc = database.jdbc();
        String url = line == null
                ? jdbc.url()
                : JDBC + "postgresql://127.0.0.1:" + line.port() + address().getPath();
        return settings.database(
                "postgres", rewritten ? url + "?reWriteBatchedInserts=true" : url, jdbc.user(), jdbc.password());
    }

    LineTraffic traffic() {
        return line == null ? LineTraffic.NONE : line.traffic();
    }

    BenchDatabase near() {
        return database;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        database.close();
    }
}
