@NullMarked
package io.github.keycloakjumpcloud;

import org.jspecify.annotations.NullMarked;
