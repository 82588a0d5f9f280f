package io.github.keycloakjumpcloud.keycloak;

import org.jspecify.annotations.Nullable;

/** The server that all test classes of a JVM share, or why there is none: a start that failed is not tried again for every test. */
record SharedServer(
        @Nullable KeycloakServer server, @Nullable RuntimeException failure) implements AutoCloseable {

    static SharedServer start() {
        try {
            KeycloakSettings settings = KeycloakSettings.named("shared")
                    .trusting(TestAuthority.get().pemFile())
                    .hosts(TestHosts.file());
            return new SharedServer(KeycloakServer.start(settings), null);
        } catch (RuntimeException e) {
            return new SharedServer(null, e);
        }
    }

    KeycloakServer orFail() {
        if (server == null) {
            throw new IllegalStateException("The shared Keycloak did not start", failure);
        }
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
