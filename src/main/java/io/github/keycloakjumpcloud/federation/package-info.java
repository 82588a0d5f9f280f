/** Adapters between Keycloak's user storage SPI and this project. Thin: everything is decided elsewhere. */
@NullMarked
package io.github.keycloakjumpcloud.federation;

import org.jspecify.annotations.NullMarked;
