/** The integration tests on all versions of Keycloak and Java, and what came of it ({@code mvn -Pmatrix}). */
@NullMarked
package io.github.keycloakjumpcloud.matrix;

import org.jspecify.annotations.NullMarked;
