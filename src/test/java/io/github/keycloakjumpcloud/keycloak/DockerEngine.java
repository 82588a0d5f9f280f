package io.github.keycloakjumpcloud.keycloak;

import org.testcontainers.DockerClientFactory;

/** Whether there is one; at the end of the test run JUnit closes it, and what was started in it ends. */
record DockerEngine(boolean isThere) implements AutoCloseable {

    static final String MISSING =
            "-Dkeycloak.backend=container needs a Docker engine on this machine, and none answers: start it, or leave the option out";

    static DockerEngine look() {
        boolean found = DockerClientFactory.instance().isDockerAvailable();
        if (!found) {
            System.err.println("[SKIPPED] All integration tests: " + MISSING);
        }
        return new DockerEngine(found);
    }

    @Override
    public void close() {
        ContainerNetwork.end();
    }
}
