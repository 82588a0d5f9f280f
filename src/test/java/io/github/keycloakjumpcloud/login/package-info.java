/** Tests of the login form. */
@NullMarked
package io.github.keycloakjumpcloud.login;

import org.jspecify.annotations.NullMarked;
