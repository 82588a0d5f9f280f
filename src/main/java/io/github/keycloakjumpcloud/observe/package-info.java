/** What operators see from outside: meters in Keycloak's registry and spans in its traces. Nothing here names a person. */
@NullMarked
package io.github.keycloakjumpcloud.observe;

import org.jspecify.annotations.NullMarked;
