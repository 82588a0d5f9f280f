package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all groups in one search. */
final class GroupRead {

    private final GroupSettings settings;
    private final Intake intake;

    GroupRead(GroupSettings settings, Intake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    Harvest<MappedGroup> run(Link link, boolean withMembers) throws LdapFailure {
        String name = settings.nameAttribute();
        return new LongSearch<>(
                        link,
                        intake,
                        settings.groupsDn(),
                        Filter.createEqualityFilter("objectClass", settings.objectClass()),
                        withMembers ? new String[] {name, "member"} : new String[] {name},
                        entry -> MappedGroup.of(entry, name))
                .run();
    }

    /** The groups that Keycloak cannot take. */
    List<RejectedEntry> rejected(List<MappedGroup> groups) {
        return groups.stream()
                .filter(group -> group.group().isEmpty())
                .map(group -> new RejectedEntry(
                        group.dn(),
                        "The group's " + settings.nameAttribute() + " is missing, blank, longer than " + Names.LONGEST
                                + " characters or contains control characters. Rename the group in JumpCloud."))
                .toList();
    }

    /** Each member's groups, by the key of the member's DN. */
    static Map<String, List<DirectoryGroup>> byMember(List<MappedGroup> groups, DnKeys keys) {
        Map<String, List<DirectoryGroup>> byMember = new HashMap<>();
        for (MappedGroup mapped : groups) {
            mapped.group().ifPresent(group -> mapped.members()
                    .forEach(member -> byMember.computeIfAbsent(keys.of(member), key -> new ArrayList<>())
                            .add(group)));
        }
        return byMember;
    }
}
