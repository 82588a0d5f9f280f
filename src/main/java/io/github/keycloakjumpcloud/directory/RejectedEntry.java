package io.github.keycloakjumpcloud.directory;

/**
 * An entry that cannot become a user or group.
 *
 * @param dn the entry
 * @param reason a sentence for the administrator: what is wrong and what to do
 */
public record RejectedEntry(String dn, String reason) {

    public RejectedEntry {
        dn = OneLine.of(dn);
        reason = OneLine.of(reason);
    }
}
