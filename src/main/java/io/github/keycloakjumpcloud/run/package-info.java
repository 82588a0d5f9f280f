/** Runs: one at a time per component in the whole cluster, with progress, cancellation and a history. */
@NullMarked
package io.github.keycloakjumpcloud.run;

import org.jspecify.annotations.NullMarked;
