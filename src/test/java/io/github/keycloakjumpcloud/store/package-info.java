@NullMarked
package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.NullMarked;
