package io.github.keycloakjumpcloud.standin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A group of a tenant. Guarded by its tenant's lock. */
final class Group {

    final String name;
    final String dn;
    /** 0 for a groupOfNames, else the group is the posixGroup that JumpCloud makes for "Create Linux group for this user group". */
    final int gidNumber;

    final UUID entryUuid;
    final Instant created = Instant.now();
    /** Keys of the members. */
    final Set<String> members = new LinkedHashSet<>();

    volatile Instant modified = created;
    /** A group that is not bound to the LDAP directory is not in LDAP. */
    boolean bound = true;

    Group(String name, String dn, int gidNumber, UUID entryUuid) {
        this.name = name;
        this.dn = dn;
        this.gidNumber = gidNumber;
        this.entryUuid = entryUuid;
    }

    boolean posix() {
        return gidNumber != 0;
    }

    Group renamed(String newName, String newDn) {
        Group renamed = new Group(newName, newDn, gidNumber, entryUuid);
        renamed.members.addAll(members);
        renamed.bound = bound;
        return renamed;
    }
}
