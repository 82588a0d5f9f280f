/** The connection test for a shell, without Keycloak: nothing here or in what it uses may need one. */
@NullMarked
package io.github.keycloakjumpcloud.commandline;

import org.jspecify.annotations.NullMarked;
