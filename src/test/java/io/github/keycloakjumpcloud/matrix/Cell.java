package io.github.keycloakjumpcloud.matrix;

/**
 * What the tests run on.
 *
 * @param keycloak a version such as {@code 26.7.3}
 * @param java the first number of a version, such as 25
 */
record Cell(String keycloak, int java) {

    @Override
    public String toString() {
        return "Keycloak " + keycloak + " on Java " + java;
    }
}
