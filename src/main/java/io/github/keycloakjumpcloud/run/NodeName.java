package io.github.keycloakjumpcloud.run;

import java.util.UUID;

/** What a node calls itself in leases and in the history: readable, and never the same twice, not even after a restart. */
final class NodeName {

    private NodeName() {}

    static String create() {
        String host = System.getenv("HOSTNAME");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return (host == null || host.isBlank() ? "keycloak" : host) + "-"
                + ProcessHandle.current().pid() + "-" + unique;
    }
}
