package io.github.keycloakjumpcloud.keycloak;

import org.testcontainers.utility.DockerImageName;

/** Where containers come from; each can be another one, e.g. {@code -Dkeycloak.image=…} for one that was made here. */
enum ContainerImage {
    KEYCLOAK("keycloak.image", "keycloak/keycloak"),
    POSTGRES("postgres.image", "postgres:17");

    private final String property;
    private final String official;

    ContainerImage(String property, String official) {
        this.property = property;
        this.official = official;
    }

    DockerImageName get() {
        String usual = this == KEYCLOAK ? official + ":" + System.getProperty("keycloak.version") : official;
        return DockerImageName.parse(System.getProperty(property, usual));
    }
}
