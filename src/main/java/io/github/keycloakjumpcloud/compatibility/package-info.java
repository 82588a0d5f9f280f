/** What differs between the versions of Keycloak that this provider runs on. */
@NullMarked
package io.github.keycloakjumpcloud.compatibility;

import org.jspecify.annotations.NullMarked;
