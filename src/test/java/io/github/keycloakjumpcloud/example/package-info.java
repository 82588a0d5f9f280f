/** The files in {@code examples/}, as tests read and run them. */
@NullMarked
package io.github.keycloakjumpcloud.example;

import org.jspecify.annotations.NullMarked;
