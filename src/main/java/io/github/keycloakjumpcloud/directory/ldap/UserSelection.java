package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorts entries into users, entries that cannot be users, and entries that are none of ours. Used by one thread. */
final class UserSelection {

    private final JumpCloudConfig config;
    private final GroupRules rules;
    private final Memberships memberships;
    private final IdAttribute idAttribute;
    private final List<DirectoryUser> users = new ArrayList<>();
    private final List<RejectedEntry> rejected = new ArrayList<>();

    UserSelection(JumpCloudConfig config, GroupRules rules, Memberships memberships, IdAttribute idAttribute) {
        this.config = config;
        this.rules = rules;
        this.memberships = memberships;
        this.idAttribute = idAttribute;
    }

    /** Sorts a whole read; called once. */
    void addAll(List<MappedEntry> entries) {
        Map<String, List<DirectoryUser>> byId = new LinkedHashMap<>();
        for (MappedEntry entry : entries) {
            List<DirectoryGroup> groups = memberships.ofEntry().apply(entry);
            if (rules.admits(groups)) {
                Optional<String> fault = entry.fault(idAttribute, config.users().usernameAttribute());
                if (fault.isPresent()) {
                    rejected.add(new RejectedEntry(entry.dn(), fault.get()));
                } else {
                    DirectoryUser user = entry.user(idAttribute, importedKeys(groups));
                    byId.computeIfAbsent(user.id(), id -> new ArrayList<>(1)).add(user);
                }
            }
        }
        byId.values().forEach(this::add);
    }

    List<DirectoryUser> users() {
        return users;
    }

    List<RejectedEntry> rejected() {
        return rejected;
    }

    private void add(List<DirectoryUser> sameId) {
        if (sameId.size() == 1) {
            users.addAll(sameId);
            return;
        }
        for (DirectoryUser user : sameId) {
            rejected.add(
                    new RejectedEntry(
                            user.dn(),
                            "Its " + idAttribute.ldapName() + " " + user.id() + " belongs to " + (sameId.size() - 1)
                                    + " more, so it is not clear who is who. Make it unique in JumpCloud, or set uuidLDAPAttribute to an attribute that is."));
        }
    }

    private Set<String> importedKeys(List<DirectoryGroup> groups) {
        return groups.stream()
                .filter(rules::isImported)
                .map(DirectoryGroup::key)
                .collect(Collectors.toSet());
    }
}
