package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.ArrayList;
import java.util.HashMap;
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
        // Among all entries: a twin who is not let in makes an id just as unclear.
        Map<String, Long> holders = new HashMap<>();
        for (MappedEntry entry : entries) {
            String id = entry.ids().get(idAttribute);
            if (id != null) {
                holders.merge(id, 1L, Long::sum);
            }
        }
        for (MappedEntry entry : entries) {
            List<DirectoryGroup> groups = memberships.ofEntry().apply(entry);
            if (rules.admits(groups)) {
                Optional<String> fault = entry.fault(idAttribute, config.users().usernameAttribute());
                if (fault.isPresent()) {
                    rejected.add(new RejectedEntry(
                            entry.dn(), fault.get(), entry.usableId(idAttribute).orElse(null)));
                } else {
                    add(entry.user(idAttribute, importedKeys(groups)), holders);
                }
            }
        }
    }

    List<DirectoryUser> users() {
        return users;
    }

    List<RejectedEntry> rejected() {
        return rejected;
    }

    private void add(DirectoryUser user, Map<String, Long> holders) {
        long others = holders.getOrDefault(user.id(), 1L) - 1;
        if (others == 0) {
            users.add(user);
            return;
        }
        rejected.add(new RejectedEntry(
                user.dn(),
                "Its " + idAttribute.ldapName() + " " + user.id() + " belongs to " + others
                        + " more, so it is not clear who is who. Make it unique in JumpCloud, or set uuidLDAPAttribute to an attribute that is.",
                user.id()));
    }

    private Set<String> importedKeys(List<DirectoryGroup> groups) {
        return groups.stream()
                .filter(rules::isImported)
                .map(DirectoryGroup::key)
                .collect(Collectors.toSet());
    }
}
