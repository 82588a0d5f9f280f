/** Moving the users and groups of Keycloak's built-in LDAP provider to this one, ids kept. */
@NullMarked
package io.github.keycloakjumpcloud.adopt;

import org.jspecify.annotations.NullMarked;
