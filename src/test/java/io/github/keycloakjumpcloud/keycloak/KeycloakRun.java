package io.github.keycloakjumpcloud.keycloak;

/** One started Keycloak, in whatever it runs. */
sealed interface KeycloakRun extends AutoCloseable permits ProcessRun, ContainerRun {

    /** On the loopback interface of this machine. */
    int httpPort();

    /** On the loopback interface of this machine. */
    int managementPort();

    ServerLog log();

    boolean isAlive();

    /** Ends it as its operator would; what it has written stays. */
    void stop();

    /** Ends it as a crash would. */
    void kill();

    /** Ends it; everything but its log goes. */
    @Override
    void close();
}
