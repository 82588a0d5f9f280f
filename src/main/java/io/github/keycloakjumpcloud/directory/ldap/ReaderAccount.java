package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.dn.DistinguishedName;

/** The account that searches, as one of the entries it finds. */
final class ReaderAccount {

    private final boolean isPerson;
    private final String key;

    ReaderAccount(JumpCloudConfig config) {
        this.isPerson = config.users().importBindUser();
        this.key = DistinguishedName.keyOf(config.connection().bindDn());
    }

    /** Whether this entry is the reader's and no user. */
    boolean isLeftOut(MappedEntry entry) {
        return !isPerson && DistinguishedName.keyOf(entry.dn()).equals(key);
    }
}
