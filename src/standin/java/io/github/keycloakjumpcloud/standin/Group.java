package io.github.keycloakjumpcloud.standin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A group of a tenant. Guarded by its tenant's lock. */
final class Group {

    final String name;
    /** 0 for a groupOfNames, else the group is the posixGroup that JumpCloud makes for "Create Linux group for this user group". */
    final int gidNumber;

    final UUID entryUuid;
    final Instant created = Instant.now();
    /** Keys of the members. */
    final Set<String> members = new LinkedHashSet<>();

    Instant modified = created;
    /** A group that is not bound to the LDAP directory is not in LDAP. */
    boolean bound = true;

    Group(String name, int gidNumber, UUID entryUuid) {
        this.name = name;
        this.gidNumber = gidNumber;
        this.entryUuid = entryUuid;
    }

    boolean posix() {
        return gidNumber != 0;
    }

    Group renamed(String newName) {
        Group renamed = new Group(newName, gidNumber, entryUuid);
        renamed.members.addAll(members);
        renamed.bound = bound;
        return renamed;
    }
}
