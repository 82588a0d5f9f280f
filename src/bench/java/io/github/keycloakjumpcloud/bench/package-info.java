/** The benchmark: Keycloak's own LDAP provider and this one, one after the other in one run, beside what directory and database allow. */
@NullMarked
package io.github.keycloakjumpcloud.bench;

import org.jspecify.annotations.NullMarked;
