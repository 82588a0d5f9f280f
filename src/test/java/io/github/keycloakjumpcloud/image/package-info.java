/** What the Docker image adds to Keycloak, as far as it needs no container. */
@NullMarked
package io.github.keycloakjumpcloud.image;

import org.jspecify.annotations.NullMarked;
