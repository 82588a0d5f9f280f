package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.Fingerprint;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares two pictures and says what to do. A pure function: no network, no database, no clock; the order of the entries does not matter.
 *
 * @param trustEmail whether imported addresses count as verified
 * @param groupsEnabled whether groups and memberships are imported
 * @param duplicateEmails whether the realm allows two users with one address
 */
public record SyncPlanner(boolean trustEmail, boolean groupsEnabled, boolean duplicateEmails) {

    /** How much of Keycloak the local picture shows. */
    public enum Scope {
        /** All users and groups of the provider: whoever is not in the directory has departed. */
        EVERYBODY,
        /** Only the users in question: nothing follows for others. */
        THESE_USERS
    }

    /**
     * Plans a run.
     *
     * @param directory the directory; if it is incomplete nobody counts as departed and no membership ends
     * @param local what Keycloak holds
     * @param scope how much {@code local} shows
     */
    public SyncPlan plan(Snapshot directory, LocalSnapshot local, Scope scope) {
        boolean whole = directory.incomplete().isEmpty();
        List<RejectedEntry> conflicts = new ArrayList<>();
        List<DirectoryGroup> newGroups = groupsEnabled ? newGroups(directory, local, conflicts) : List.of();
        Set<String> joinable = new HashSet<>();
        newGroups.forEach(group -> joinable.add(group.key()));
        local.groups().forEach(group -> joinable.add(group.key()));

        List<Candidate> candidates = candidates(directory, local);
        NameClaims claims = new NameClaims(candidates, local, duplicateEmails);
        List<DirectoryUser> newUsers = new ArrayList<>();
        List<UserChange> changes = new ArrayList<>();
        int unchanged = 0;
        for (Candidate candidate : candidates) {
            LocalUser known = candidate.local();
            String conflict = claims.conflicts().get(candidate.user().id());
            if (conflict == null && !whole && known != null && !candidate.keepsUsername()) {
                conflict =
                        "it seems to be renamed, which is not believed as long as the directory cannot be read wholly";
            }
            if (conflict != null) {
                conflicts.add(new RejectedEntry(candidate.user().dn(), conflict));
            }
            if (known == null) {
                if (conflict == null) {
                    newUsers.add(candidate.user());
                }
                continue;
            }
            // Whoever cannot have the new name keeps the old one; everything else follows the directory all the same.
            DirectoryUser user =
                    conflict == null ? candidate.user() : candidate.user().named(known.username(), known.email());
            boolean release = conflict == null && claims.releases().contains(known.keycloakId());
            UserChange change = change(user, known, release, joinable, whole);
            if (change.isEmpty()) {
                unchanged++;
            } else {
                changes.add(change);
            }
        }
        boolean all = whole && scope == Scope.EVERYBODY;
        return new SyncPlan(
                newGroups,
                newUsers,
                changes,
                local.groups(),
                all ? departed(directory, local) : List.of(),
                all && groupsEnabled ? departedGroups(directory, local) : List.of(),
                conflicts,
                directory.rejected(),
                directory.skipped(),
                unchanged);
    }

    private List<DirectoryGroup> newGroups(Snapshot directory, LocalSnapshot local, List<RejectedEntry> conflicts) {
        Set<String> ownedKeys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (LocalGroup group : local.groups()) {
            ownedKeys.add(group.key());
            names.add(group.name());
        }
        List<DirectoryGroup> groups = new ArrayList<>();
        directory.groups().stream()
                .sorted(Comparator.comparing(DirectoryGroup::key))
                .forEach(group -> {
                    if (ownedKeys.contains(group.key())) {
                        return;
                    }
                    if (local.takenGroupNames().contains(group.name())) {
                        conflicts.add(
                                new RejectedEntry(
                                        group.dn(),
                                        "Keycloak has a group '" + group.name()
                                                + "' there that this provider did not create; rename one of the two or set another groups path"));
                    } else if (!names.add(group.name())) {
                        conflicts.add(new RejectedEntry(
                                group.dn(),
                                "another imported group is called '" + group.name()
                                        + "' too; rename one of the two in JumpCloud"));
                    } else {
                        groups.add(group);
                    }
                });
        return groups;
    }

    /** Those whom Keycloak knows come first, so that a newcomer never takes what one of them is entitled to. */
    private static List<Candidate> candidates(Snapshot directory, LocalSnapshot local) {
        Map<String, LocalUser> byDirectoryId = new HashMap<>();
        for (LocalUser user : local.users()) {
            if (user.directoryId() != null) {
                byDirectoryId.put(user.directoryId(), user);
            }
        }
        return directory.users().stream()
                .map(user -> new Candidate(user, byDirectoryId.get(user.id())))
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.local() == null)
                        .thenComparing(candidate -> candidate.user().id()))
                .toList();
    }

    private boolean differs(DirectoryUser user, LocalUser local) {
        return !user.username().equals(local.username())
                || !Objects.equals(user.email(), local.email())
                || !user.dn().equals(local.dn())
                || local.departed()
                || !Fingerprint.of(user, trustEmail).equals(local.fingerprint());
    }

    private UserChange change(
            DirectoryUser user, LocalUser local, boolean release, Set<String> joinable, boolean whole) {
        boolean profile = differs(user, local);
        Set<String> join = new HashSet<>();
        Set<String> leave = new HashSet<>();
        if (groupsEnabled) {
            join.addAll(user.groupKeys());
            join.retainAll(joinable);
            join.removeAll(local.groupKeys());
            if (whole) {
                leave.addAll(local.groupKeys());
                leave.removeAll(user.groupKeys());
            }
        }
        return new UserChange(local, user, profile, release && profile, join, leave);
    }

    /** Whoever is not among the users, and not among the entries that are there but could not be taken. */
    private static List<LocalUser> departed(Snapshot directory, LocalSnapshot local) {
        Set<String> present = new HashSet<>();
        directory.users().forEach(user -> present.add(user.id()));
        Set<String> unclear = new HashSet<>();
        directory.rejected().forEach(entry -> unclear.add(DistinguishedName.keyOf(entry.dn())));
        directory.skipped().forEach(entry -> unclear.add(DistinguishedName.keyOf(entry.dn())));
        return local.users().stream()
                .filter(user -> user.directoryId() == null || !present.contains(user.directoryId()))
                .filter(user -> user.dn() == null || !unclear.contains(DistinguishedName.keyOf(user.dn())))
                .toList();
    }

    private static List<LocalGroup> departedGroups(Snapshot directory, LocalSnapshot local) {
        Set<String> present = new HashSet<>();
        directory.groups().forEach(group -> present.add(group.key()));
        return local.groups().stream()
                .filter(group -> !present.contains(group.key()))
                .toList();
    }
}
