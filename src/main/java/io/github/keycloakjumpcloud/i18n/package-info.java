/** Sentences for people: the English ones for logs, from the same bundle that Keycloak shows in the console. */
@NullMarked
package io.github.keycloakjumpcloud.i18n;

import org.jspecify.annotations.NullMarked;
