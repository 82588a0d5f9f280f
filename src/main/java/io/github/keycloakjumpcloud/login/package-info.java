/** The login form with a field for JumpCloud's one-time code, and the page that waits for a push. */
@NullMarked
package io.github.keycloakjumpcloud.login;

import org.jspecify.annotations.NullMarked;
