package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.Fingerprint;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Short ways to write down a directory and a Keycloak for planner tests. */
final class Picture {

    private static final String TREE = ",ou=Users,o=5f0000000000000000000001,dc=jumpcloud,dc=com";

    static final DirectoryUser JANE = person("5001", "jane", "jane@example.com", "Staff");
    static final DirectoryUser JOHN = person("5002", "john", "john@example.com");

    static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private Picture() {}

    static DirectoryUser person(String id, String username, @Nullable String email, String... groups) {
        return new DirectoryUser(id, "uid=" + username + TREE, username, email, "Given", "Sur", Map.of(), keys(groups));
    }

    static DirectoryGroup group(String name) {
        String dn = "cn=" + name + TREE;
        return new DirectoryGroup(DistinguishedName.keyOf(dn), dn, name);
    }

    static LocalGroup imported(String name) {
        return new LocalGroup("g-" + name, group(name).key(), name, group(name).dn());
    }

    /** The Keycloak user that a sync would have made of this person, member of these groups. */
    static LocalUser imported(DirectoryUser person, String... groups) {
        return new LocalUser(
                "k-" + person.id(),
                person.username(),
                person.email(),
                person.id(),
                person.dn(),
                Fingerprint.of(person, false),
                true,
                null,
                false,
                keys(groups));
    }

    /** The user after a sync that did not find him, in the mode {@code keep}. */
    static LocalUser left(LocalUser user, Instant since) {
        return state(user, user.enabled(), since, false);
    }

    /** The user after a sync that did not find him, in the mode {@code disable}. */
    static LocalUser disabled(LocalUser user, Instant since) {
        return state(user, false, since, true);
    }

    /** The user after an administrator has switched him off. */
    static LocalUser disabledByAdministrator(LocalUser user) {
        return state(user, false, user.departedSince(), user.disabledByUs());
    }

    static LocalUser state(LocalUser user, boolean enabled, @Nullable Instant departedSince, boolean disabledByUs) {
        return new LocalUser(
                user.keycloakId(),
                user.username(),
                user.email(),
                user.directoryId(),
                user.dn(),
                user.fingerprint(),
                enabled,
                departedSince,
                disabledByUs,
                user.groupKeys());
    }

    static SyncPlanner planner(RemovedUsers fate, int deleteAfterDays) {
        return new SyncPlanner(false, true, false, new RemovalSettings(fate, deleteAfterDays, 20, 10, false));
    }

    static SyncPlan plan(Snapshot directory, LocalSnapshot local) {
        return planner(RemovedUsers.DISABLE, 0).plan(directory, local, Scope.EVERYBODY, NOW);
    }

    static Snapshot whole(List<DirectoryUser> users, DirectoryGroup... groups) {
        return new Snapshot(users, List.of(groups), List.of(), List.of(), IdAttribute.UID_NUMBER, null);
    }

    static Snapshot partial(List<DirectoryUser> users, DirectoryGroup... groups) {
        return new Snapshot(
                users,
                List.of(groups),
                List.of(),
                List.of(),
                IdAttribute.UID_NUMBER,
                Problem.of(Problem.Kind.SIZE_LIMIT, "500"));
    }

    static LocalSnapshot local(List<LocalUser> users, LocalGroup... groups) {
        return local(users, Map.of(), Map.of(), groups);
    }

    static LocalSnapshot local(
            List<LocalUser> users, Map<String, Holder> usernames, Map<String, Holder> emails, LocalGroup... groups) {
        return new LocalSnapshot(users, List.of(groups), usernames, emails, Set.of(), Map.of());
    }

    static Set<String> keys(String... groups) {
        return Arrays.stream(groups).map(name -> group(name).key()).collect(Collectors.toSet());
    }
}
