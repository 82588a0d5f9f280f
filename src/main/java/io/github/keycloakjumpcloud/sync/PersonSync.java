package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What bringing one person up to date came to.
 *
 * @param changed whether anything was written
 * @param failure why something could not be, or {@code null}
 * @param unexplained whether something failed for which neither the entry nor another user can be blamed; then it is the database, and another attempt may
 *     succeed
 */
public record PersonSync(boolean changed, @Nullable RejectedEntry failure, boolean unexplained) {}
