package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Entry;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import java.util.List;
import java.util.Optional;

/**
 * A group's entry.
 *
 * @param dn distinguished name as the server wrote it
 * @param group the group; empty where it has no name that Keycloak could take
 * @param members DNs of the members, empty where they were not asked for
 */
record MappedGroup(String dn, Optional<DirectoryGroup> group, List<String> members) {

    static MappedGroup of(Entry entry, String nameAttribute) {
        return new MappedGroup(entry.getDN(), GroupMapper.map(entry, nameAttribute), EntryText.all(entry, "member"));
    }
}
