/** {@code mvn -Pdemo}: a Keycloak with this provider, in front of the stand-in or of a real JumpCloud organization. */
@NullMarked
package io.github.keycloakjumpcloud.demo;

import org.jspecify.annotations.NullMarked;
