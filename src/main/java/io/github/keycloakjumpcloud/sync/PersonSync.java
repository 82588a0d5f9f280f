package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What bringing one person up to date came to.
 *
 * @param changed whether anything was written
 * @param failure why something could not be, or {@code null}
 */
public record PersonSync(boolean changed, @Nullable RejectedEntry failure) {}
