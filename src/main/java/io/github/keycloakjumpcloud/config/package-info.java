/** What an administrator configures, typed once: keys, console properties, reading and validation. The records are free of Keycloak. */
@NullMarked
package io.github.keycloakjumpcloud.config;

import org.jspecify.annotations.NullMarked;
