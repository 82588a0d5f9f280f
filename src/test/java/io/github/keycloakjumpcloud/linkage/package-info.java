/** Whether the classes of the jar find in each Keycloak what they were compiled against. */
@NullMarked
package io.github.keycloakjumpcloud.linkage;

import org.jspecify.annotations.NullMarked;
