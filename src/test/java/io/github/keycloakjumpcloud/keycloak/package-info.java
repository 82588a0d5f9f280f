/** A real Keycloak for tests and for the demo: start it, talk to its admin REST, sign people in, look at it with a browser. */
@NullMarked
package io.github.keycloakjumpcloud.keycloak;

import org.jspecify.annotations.NullMarked;
