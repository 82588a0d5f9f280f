package io.github.keycloakjumpcloud.jmh;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.Fingerprint;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A directory of any size, everybody in five of a hundredth as many groups, and the Keycloak that a sync has made of it. */
record World(List<DirectoryGroup> groups, List<DirectoryUser> users) {

    private static final String TREE = ",ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com";
    private static final int MEMBERSHIPS = 5;

    static World of(int size) {
        List<DirectoryGroup> groups = IntStream.range(0, Math.max(MEMBERSHIPS, size / 100))
                .mapToObj(World::group)
                .toList();
        return new World(
                groups,
                IntStream.range(0, size).mapToObj(user -> user(user, groups)).toList());
    }

    private static DirectoryGroup group(int number) {
        String dn = "cn=Team " + number + TREE;
        return new DirectoryGroup(DistinguishedName.keyOf(dn), dn, "Team " + number);
    }

    static DirectoryUser user(int number, List<DirectoryGroup> groups) {
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < MEMBERSHIPS; i++) {
            keys.add(groups.get((number * MEMBERSHIPS + i) % groups.size()).key());
        }
        String name = "anna.adams" + number;
        return new DirectoryUser(
                "00000000-0000-4000-8000-" + String.format("%012d", number),
                "uid=" + name + TREE,
                name,
                name + "@example.com",
                "Anna",
                "Adams",
                Map.of("department", List.of("Research"), "jobTitle", List.of("Engineer")),
                keys);
    }

    Snapshot directory() {
        return new Snapshot(users, groups, List.of(), List.of(), IdAttribute.ENTRY_UUID, null);
    }

    /** Everything is as the directory says. */
    LocalSnapshot keycloak() {
        List<LocalUser> imported = new ArrayList<>();
        for (DirectoryUser user : users) {
            imported.add(new LocalUser(
                    "k-" + user.id(),
                    user.username(),
                    user.email(),
                    user.id(),
                    user.dn(),
                    Fingerprint.of(user, false),
                    true,
                    null,
                    false,
                    user.groupKeys()));
        }
        List<LocalGroup> mirrored = groups.stream()
                .map(group -> new LocalGroup("g-" + group.name(), group.key(), group.name(), group.dn()))
                .toList();
        return new LocalSnapshot(imported, mirrored, Map.of(), Map.of(), Set.of(), Map.of());
    }

    /** Nothing is there yet. */
    static LocalSnapshot emptyKeycloak() {
        return new LocalSnapshot(List.of(), List.of(), Map.of(), Map.of(), Set.of(), Map.of());
    }
}
