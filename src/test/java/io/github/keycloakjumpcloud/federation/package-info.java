@NullMarked
package io.github.keycloakjumpcloud.federation;

import org.jspecify.annotations.NullMarked;
