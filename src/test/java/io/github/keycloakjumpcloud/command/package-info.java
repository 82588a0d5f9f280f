/** Programs of the operating system that the test servers need. */
@NullMarked
package io.github.keycloakjumpcloud.command;

import org.jspecify.annotations.NullMarked;
