/** Moving users to this provider, from Keycloak's built-in LDAP provider or an identity provider, and back to the former; ids kept. */
@NullMarked
package io.github.keycloakjumpcloud.adopt;

import org.jspecify.annotations.NullMarked;
