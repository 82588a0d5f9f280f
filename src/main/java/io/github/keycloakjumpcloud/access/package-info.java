/** From a component to its directory: secrets, trusted certificates, shared connections. */
@NullMarked
package io.github.keycloakjumpcloud.access;

import org.jspecify.annotations.NullMarked;
