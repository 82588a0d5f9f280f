/** Looks instead of guessing: the test of a connection in stages, and why somebody can or cannot sign in. Changes nothing. */
@NullMarked
package io.github.keycloakjumpcloud.diagnose;

import org.jspecify.annotations.NullMarked;
