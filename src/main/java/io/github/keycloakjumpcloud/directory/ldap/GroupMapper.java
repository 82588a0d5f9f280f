package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Entry;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Optional;

/** Turns groups' entries into groups. */
final class GroupMapper {

    private GroupMapper() {}

    /** The group; empty where it has no name that Keycloak could take. */
    static Optional<DirectoryGroup> map(Entry entry, String nameAttribute) {
        return name(entry, nameAttribute)
                .filter(name -> Names.fault(name).isEmpty())
                .map(name -> new DirectoryGroup(DistinguishedName.keyOf(entry.getDN()), entry.getDN(), name));
    }

    /** The name attribute's first value, as it is. */
    static Optional<String> name(Entry entry, String nameAttribute) {
        return Optional.ofNullable(entry.getAttributeValue(nameAttribute)).map(String::strip);
    }
}
