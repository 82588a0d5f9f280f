package io.github.keycloakjumpcloud.directory.ldap;

import java.util.List;

/**
 * Servers that serve the same purpose, in order of preference.
 *
 * @param connectors one for each server
 * @param health which of them failed
 */
record ServerGroup(List<ServerConnector> connectors, ServerHealth health) {

    ServerGroup(List<ServerConnector> connectors) {
        this(List.copyOf(connectors), new ServerHealth(connectors.size()));
    }

    Servers servers() {
        return new Servers(connectors, health);
    }
}
