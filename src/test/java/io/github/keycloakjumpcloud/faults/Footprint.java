package io.github.keycloakjumpcloud.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;

/**
 * What sign-ins hold on to.
 *
 * @param ownThreads of Keycloak's process, started by this extension or its LDAP library
 * @param otherThreads all others but Keycloak's request threads, which come and go with the load
 * @param lineConnections open at the relay
 * @param serverConnections open at the stand-in
 * @param userSessions of the client that people sign in to
 */
record Footprint(int ownThreads, int otherThreads, int lineConnections, int serverConnections, long userSessions) {

    /** Ten for searches, and five times as many for sign-ins. */
    private static final int MOST_CONNECTIONS = 60;

    /** Keycloak's own pools breathe. */
    private static final int BREATH = 10;

    static Footprint of(KeycloakServer keycloak, RealmApi realm, FaultyLine line, JumpCloudStandIn jumpCloud) {
        List<String> threads = keycloak.threads();
        int own = (int) threads.stream().filter(Footprint::isOwn).count();
        int others = (int) threads.stream()
                .filter(name -> !isOwn(name) && !name.startsWith("executor-thread"))
                .count();
        return new Footprint(own, others, line.openConnections(), jumpCloud.openConnections(), sessions(realm));
    }

    boolean isNoMoreThan(Footprint before) {
        return hasNoMoreThreadsThan(before) && connectionsAreBounded();
    }

    boolean hasNoMoreThreadsThan(Footprint before) {
        return ownThreads <= before.ownThreads && otherThreads <= before.otherThreads + BREATH;
    }

    /** No more than the settings allow, and none at the server that nobody holds at this end. */
    boolean connectionsAreBounded() {
        return serverConnections == lineConnections && lineConnections <= MOST_CONNECTIONS;
    }

    private static boolean isOwn(String thread) {
        return thread.startsWith("jumpcloud-") || thread.startsWith("Connection reader");
    }

    private static long sessions(RealmApi realm) {
        for (JsonNode client : realm.get("/client-session-stats").ok()) {
            if (client.path("clientId").asText().equals(SignIn.DEFAULT_CLIENT)) {
                return client.path("active").asLong();
            }
        }
        return 0;
    }
}
