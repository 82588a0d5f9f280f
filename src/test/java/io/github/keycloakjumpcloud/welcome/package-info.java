@NullMarked
package io.github.keycloakjumpcloud.welcome;

import org.jspecify.annotations.NullMarked;
