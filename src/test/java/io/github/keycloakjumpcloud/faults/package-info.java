/** Kills a Keycloak in the middle of imports and looks whether the next run puts everything right: {@code mvn -Pfaults}. */
@NullMarked
package io.github.keycloakjumpcloud.faults;

import org.jspecify.annotations.NullMarked;
