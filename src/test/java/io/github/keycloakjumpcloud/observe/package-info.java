@NullMarked
package io.github.keycloakjumpcloud.observe;

import org.jspecify.annotations.NullMarked;
