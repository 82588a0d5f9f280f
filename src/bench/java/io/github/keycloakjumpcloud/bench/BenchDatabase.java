package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import org.jspecify.annotations.Nullable;

/** One database with Keycloak's tables in it, used once and dropped. */
interface BenchDatabase extends AutoCloseable {

    KeycloakSettings on(KeycloakSettings settings);

    /** While Keycloak uses it, too. */
    Jdbc jdbc();

    void resetCounts();

    /** Null where the database does not count. */
    @Nullable
    StatementCounts counts();

    @Override
    void close();
}
