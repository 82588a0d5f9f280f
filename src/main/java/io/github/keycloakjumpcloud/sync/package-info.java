/** Bringing Keycloak to what the directory says: plan, execution, report. */
@NullMarked
package io.github.keycloakjumpcloud.sync;

import org.jspecify.annotations.NullMarked;
