package io.github.keycloakjumpcloud.directory;

import org.jspecify.annotations.Nullable;

/**
 * An entry that cannot become a user or group.
 *
 * @param dn the entry
 * @param reason a sentence for the administrator: what is wrong and what to do
 * @param id the user's directory id where one could be read: whoever has it has not left
 */
public record RejectedEntry(
        String dn, String reason, @Nullable String id) {

    public RejectedEntry {
        dn = OneLine.of(dn);
        reason = OneLine.of(reason);
    }

    /** An entry of which no id is known. */
    public RejectedEntry(String dn, String reason) {
        this(dn, reason, null);
    }
}
