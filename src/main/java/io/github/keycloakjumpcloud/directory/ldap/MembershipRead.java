package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out who is in which group, once the users are read. */
final class MembershipRead {

    private final JumpCloudConfig config;
    private final GroupRules rules;
    private final Intake intake;
    private final DnKeys keys = new DnKeys();

    /** @param intake what may be taken in */
    MembershipRead(JumpCloudConfig config, GroupRules rules, Intake intake) {
        this.config = config;
        this.rules = rules;
        this.intake = intake;
    }

    Memberships run(Link link, List<MappedEntry> users) throws LdapFailure {
        if (!rules.needed()) {
            return Memberships.none();
        }
        boolean memberOf = rules.usesMemberOf(users);
        if (memberOf && !config.groups().enabled()) {
            return fromNamesAlone(users);
        }
        GroupRead read = new GroupRead(config.groups(), intake);
        Harvest<MappedGroup> harvest = read.run(link, !memberOf);
        List<DirectoryGroup> groups = harvest.items().stream()
                .flatMap(group -> group.group().stream())
                .toList();
        Problem shortfall = shortfall(link, harvest);
        if (memberOf) {
            Map<String, DirectoryGroup> byKey = byKey(groups);
            return new Memberships(
                    groups,
                    read.rejected(harvest.items()),
                    user -> user.memberOf().stream()
                            .map(dn -> byKey.get(keys.of(dn)))
                            .filter(Objects::nonNull)
                            .toList(),
                    shortfall != null ? shortfall : contradiction(users, byKey.keySet()));
        }
        Map<String, List<DirectoryGroup>> byMember = GroupRead.byMember(harvest.items(), keys);
        return new Memberships(
                groups,
                read.rejected(harvest.items()),
                user -> byMember.getOrDefault(keys.of(user.dn()), List.of()),
                shortfall);
    }

    /** Groups are not imported, they only say who may be a user: the names within the users' entries are enough. */
    private Memberships fromNamesAlone(List<MappedEntry> users) {
        Map<String, List<DirectoryGroup>> byDn = new HashMap<>();
        users.forEach(
                user -> user.memberOf().forEach(dn -> byDn.computeIfAbsent(dn, name -> rules.named(List.of(name)))));
        List<DirectoryGroup> all =
                byDn.values().stream().flatMap(List::stream).distinct().toList();
        return new Memberships(
                all,
                List.of(),
                user -> user.memberOf().stream()
                        .flatMap(dn -> byDn.getOrDefault(dn, List.of()).stream())
                        .toList(),
                null);
    }

    private @Nullable Problem shortfall(Link link, Harvest<MappedGroup> harvest) {
        if (!harvest.isBaseMissing()) {
            return harvest.shortfall();
        }
        try {
            return new Blindness(config)
                    .ofMissing(
                            config.groups().groupsDn(),
                            link,
                            config.connection().readTimeout().toMillis());
        } catch (LDAPException e) {
            return harvest.shortfall();
        }
    }

    /** Users name groups, and the search finds none of them: a wrong object class or a right that is missing, and no reason to end memberships. */
    private @Nullable Problem contradiction(List<MappedEntry> users, Set<String> found) {
        List<DirectoryGroup> named = users.stream()
                .flatMap(user -> user.memberOf().stream())
                .distinct()
                .flatMap(dn -> rules.named(List.of(dn)).stream())
                .toList();
        boolean contradicts = !named.isEmpty() && named.stream().noneMatch(group -> found.contains(group.key()));
        return contradicts
                ? Problem.of(Problem.Kind.GROUPS_NOT_FOUND, named.get(0).dn())
                : null;
    }

    private static Map<String, DirectoryGroup> byKey(List<DirectoryGroup> groups) {
        return groups.stream()
                .collect(Collectors.toMap(DirectoryGroup::key, group -> group, (first, second) -> first, HashMap::new));
    }
}
