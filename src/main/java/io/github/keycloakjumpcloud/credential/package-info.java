/** Sign-in: what a bind means for Keycloak. */
@NullMarked
package io.github.keycloakjumpcloud.credential;

import org.jspecify.annotations.NullMarked;
