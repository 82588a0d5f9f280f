/** What Keycloak holds of the directory: bulk reads, batched writes and the marks of ownership. The only package that imports JPA. */
@NullMarked
package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.NullMarked;
