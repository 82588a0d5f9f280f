/** A real PostgreSQL: what H2 lets pass is not what Keycloak's users run. */
@NullMarked
package io.github.keycloakjumpcloud.postgres;

import org.jspecify.annotations.NullMarked;
