package io.github.keycloakjumpcloud.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts an import in a new realm, kills Keycloak at a given moment, restarts it and lets it sync again. */
final class KilledImports implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final KeycloakSettings settings;
    private final PostgresDatabase database;
    private final Map<String, List<String>> federation;
    private KeycloakServer keycloak;

    KilledImports(KeycloakSettings settings, PostgresDatabase database, Map<String, List<String>> federation) {
        this.settings = settings;
        this.database = database;
        this.federation = federation;
        this.keycloak = KeycloakServer.start(settings);
    }

    /** An import that nobody disturbs, and how long it took. */
    Undisturbed undisturbed() {
        FederationApi imported = keycloak.admin().createRealm().addJumpCloud(federation);
        Instant start = Instant.now();
        sync(imported);
        Duration duration = Duration.between(start, Instant.now());
        return new Undisturbed(rows(imported), duration);
    }

    /** What an undisturbed import leaves. */
    record Undisturbed(RealmRows rows, Duration duration) {}

    Trial kill(int number, long afterMillis, RealmRows expected) {
        FederationApi doomed = keycloak.admin().createRealm().addJumpCloud(federation);
        String realm = doomed.realm().name();
        String realmId = id(doomed);
        KeycloakServer victim = keycloak;
        CompletableFuture<?> sync = CompletableFuture.runAsync(doomed::fullSync).exceptionally(ended -> null);
        CompletableFuture.runAsync(victim::kill, CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS))
                .join();
        sync.join();
        RealmRows then = RealmRows.read(database, realmId);
        victim.close();

        keycloak = KeycloakServer.start(settings);
        FederationApi again = keycloak.admin().realm(realm).federation(doomed.id());
        Instant ready = Instant.now();
        int syncs = 1;
        while (!sync(again)) {
            syncs++;
            if (Duration.between(ready, Instant.now()).compareTo(LIMIT) > 0) {
                throw new IllegalStateException("No sync completed within " + LIMIT + " after kill " + number);
            }
        }
        long seconds = Duration.between(ready, Instant.now()).toSeconds();
        return new Trial(
                number,
                afterMillis,
                then.count("user_entity"),
                then.count("user_group_membership"),
                syncs,
                seconds,
                expected.difference(rows(again)).orElse(null));
    }

    /** Whether a run took place and completed; refuses anything that failed. */
    private static boolean sync(FederationApi federation) {
        JsonNode result = federation.fullSync().ok();
        if (result.path("failed").asInt() > 0) {
            throw new IllegalStateException("A sync failed: " + result);
        }
        return !result.path("ignored").asBoolean();
    }

    private RealmRows rows(FederationApi federation) {
        return RealmRows.read(database, id(federation));
    }

    private static String id(FederationApi federation) {
        return federation.realm().settings().path("id").asText();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
