/** Pages under {@code docs/} that programs write. */
@NullMarked
package io.github.keycloakjumpcloud.document;

import org.jspecify.annotations.NullMarked;
