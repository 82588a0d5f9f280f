/** Kills a Keycloak in the middle of imports, and breaks the way to JumpCloud under sign-ins: {@code mvn -Pfaults}. */
@NullMarked
package io.github.keycloakjumpcloud.faults;

import org.jspecify.annotations.NullMarked;
