/** The port to the directory: what can be asked of JumpCloud and what the answers mean. Free of LDAP libraries and of Keycloak. */
@NullMarked
package io.github.keycloakjumpcloud.directory;

import org.jspecify.annotations.NullMarked;
