/** Pages under {@code docs/}: those that programs write, and what others quote from the program. */
@NullMarked
package io.github.keycloakjumpcloud.document;

import org.jspecify.annotations.NullMarked;
