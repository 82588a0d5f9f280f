package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.Response;

/** The four numbers that Keycloak shows after a sync. */
record SyncResult(int added, int updated, int removed, int failed) {

    /** A sync that found nothing to do. */
    static final SyncResult NOTHING = new SyncResult(0, 0, 0, 0);

    static SyncResult of(Response answer) {
        JsonNode result = answer.ok();
        return new SyncResult(
                result.path("added").asInt(-1),
                result.path("updated").asInt(-1),
                result.path("removed").asInt(-1),
                result.path("failed").asInt(-1));
    }

    static SyncResult full(FederationApi federation) {
        return of(federation.fullSync());
    }

    static SyncResult changed(FederationApi federation) {
        return of(federation.changedSync());
    }
}
