package io.github.keycloakjumpcloud.bench;

/** Makes databases of one kind; Keycloak's tables are made once and copied. */
interface Databases extends AutoCloseable {

    BenchDatabase fresh();

    @Override
    void close();
}
