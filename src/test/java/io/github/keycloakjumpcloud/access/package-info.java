@NullMarked
package io.github.keycloakjumpcloud.access;

import org.jspecify.annotations.NullMarked;
