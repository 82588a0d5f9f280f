@NullMarked
package io.github.keycloakjumpcloud.sync;

import org.jspecify.annotations.NullMarked;
