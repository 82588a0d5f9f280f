@NullMarked
package io.github.keycloakjumpcloud.credential;

import org.jspecify.annotations.NullMarked;
