/** What is published, and what leads to it: files, change log, workflows. Compiled and run by the profile {@code release} on its own. */
@NullMarked
package io.github.keycloakjumpcloud.release;

import org.jspecify.annotations.NullMarked;
