package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.Fingerprint;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two pictures and says what to do. A pure function: no network, no database, no clock; the order of the entries does not matter.
 *
 * @param trustEmail whether imported addresses count as verified
 * @param groupsEnabled whether groups and memberships are imported
 * @param duplicateEmails whether the realm allows two users with one address
 * @param removal what becomes of those who have left
 */
public record SyncPlanner(boolean trustEmail, boolean groupsEnabled, boolean duplicateEmails, RemovalSettings removal) {

    /** How much of Keycloak the local picture shows. */
    public enum Scope {
        /** All users and groups of the provider: whoever is not in the directory has left. */
        EVERYBODY,
        /** Only the users in question: nothing follows for others. */
        THESE_USERS
    }

    /**
     * Plans a run in which every removal may go through.
     *
     * @param directory the directory; if it is incomplete nobody counts as having left and no membership ends
     * @param local what Keycloak holds
     * @param scope how much {@code local} shows
     * @param now the time, for users who are deleted after some days
     */
    public SyncPlan plan(Snapshot directory, LocalSnapshot local, Scope scope, Instant now) {
        return plan(directory, local, scope, now, Holdback.NOTHING);
    }

    /** Plans a run in which some removals must wait; whoever is not removed keeps everything, his names included. */
    SyncPlan plan(Snapshot directory, LocalSnapshot local, Scope scope, Instant now, Holdback holdback) {
        boolean whole = directory.incomplete().isEmpty();
        boolean removes = whole && scope == Scope.EVERYBODY;
        Set<String> unclear = unclear(directory, entry -> true);
        List<RejectedEntry> conflicts = new ArrayList<>();
        GroupPlan groups = GroupPlan.EMPTY;
        if (groupsEnabled) {
            GroupPlanner groupPlanner = new GroupPlanner(directory, local, unclear);
            groups = groupPlanner.plan(removes, scope, holdback);
            conflicts.addAll(groupPlanner.conflicts());
        }
        List<UserRemoval> departures = removes
                ? new DeparturePlanner(removal, now, directory, local.arrivals())
                        .plan(local.users()).stream()
                                .filter(departure -> !holdback.everything() || !departure.isGuarded())
                                .toList()
                : List.of();
        List<Candidate> candidates = candidates(directory, local);
        if (!whole) {
            candidates = believed(
                    candidates, conflicts, "is not believed as long as the directory cannot be read wholly", true);
        } else if (holdback.renames()) {
            candidates = believed(candidates, conflicts, "waits for an approval, because settings have changed", false);
        }
        NameClaims claims = new NameClaims(candidates, local, duplicateEmails, keycloakIds(departures));
        Memberships memberships = new Memberships(groups, unclear, whole, holdback);

        List<DirectoryUser> newUsers = new ArrayList<>();
        List<UserChange> changes = new ArrayList<>();
        int unchanged = 0;
        for (Candidate candidate : candidates) {
            LocalUser known = candidate.local();
            String conflict = claims.conflicts().get(candidate.user().id());
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
            UserChange change = memberships.change(user, known, differs(user, known), release);
            if (change.isEmpty()) {
                unchanged++;
            } else {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparing(change -> change.user().id()));
        return new SyncPlan(
                groups,
                newUsers,
                changes,
                yielding(departures, claims.yields()),
                new Obstacles(conflicts, sorted(directory.rejected()), sorted(directory.skipped())),
                unchanged,
                Census.of(local.users()));
    }

    /**
     * The candidates under the names that they have: in a part of the directory nobody can tell a rename from an identity that two entries share.
     * For the same reason nobody who has left comes back under another name. Under other settings an id may stand for somebody else altogether.
     *
     * @param underOldName whether everything else follows the directory; otherwise the user stays wholly as he is, his DN included
     */
    private static List<Candidate> believed(
            List<Candidate> candidates, List<RejectedEntry> conflicts, String because, boolean underOldName) {
        List<Candidate> believed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            LocalUser known = candidate.local();
            if (known == null || candidate.keepsUsername()) {
                believed.add(candidate);
                continue;
            }
            conflicts.add(new RejectedEntry(
                    candidate.user().dn(), "it seems to be the renamed '" + known.username() + "', which " + because));
            if (underOldName && !known.departed()) {
                believed.add(new Candidate(candidate.user().named(known.username(), known.email()), known));
            }
        }
        return believed;
    }

    /** Keys of such entries as are there but could not be taken: nothing about them, or their members, is known. */
    static Set<String> unclear(Snapshot directory, Predicate<RejectedEntry> such) {
        return Stream.concat(directory.rejected().stream(), directory.skipped().stream())
                .filter(such)
                .map(entry -> DistinguishedName.keyOf(entry.dn()))
                .collect(Collectors.toSet());
    }

    private static Set<String> keycloakIds(List<UserRemoval> departures) {
        return departures.stream()
                .map(departure -> departure.user().keycloakId())
                .collect(Collectors.toSet());
    }

    /** Without those to whom nothing is to be done. */
    private static List<UserRemoval> yielding(List<UserRemoval> departures, Map<String, Set<NameClaims.Name>> yields) {
        List<UserRemoval> removals = new ArrayList<>();
        for (UserRemoval departure : departures) {
            LocalUser user = departure.user();
            Set<NameClaims.Name> wanted = yields.get(user.keycloakId());
            if (wanted != null) {
                removals.add(departure.yielding(
                        wanted.contains(NameClaims.Name.USERNAME)
                                ? user.username() + "-left-" + shortened(user.keycloakId())
                                : user.username()));
            } else if (departure.isGuarded()) {
                removals.add(departure);
            }
        }
        return removals;
    }

    private static String shortened(String keycloakId) {
        return keycloakId.substring(0, Math.min(8, keycloakId.length()));
    }

    /**
     * Whoever keeps his names comes first, in no order; then those whom Keycloak knows, so that a newcomer never takes what one of them is entitled to.
     */
    private static List<Candidate> candidates(Snapshot directory, LocalSnapshot local) {
        Map<String, LocalUser> byDirectoryId = new HashMap<>();
        local.users().stream()
                .filter(user -> user.directoryId() != null)
                .forEach(user -> byDirectoryId.merge(user.directoryId(), user, SyncPlanner::firstOf));
        List<Candidate> candidates = new ArrayList<>(directory.users().size());
        List<Candidate> claimants = new ArrayList<>();
        for (DirectoryUser user : directory.users()) {
            Candidate candidate = new Candidate(user, byDirectoryId.get(user.id()));
            (candidate.keepsNames() ? candidates : claimants).add(candidate);
        }
        claimants.sort(Comparator.comparing((Candidate candidate) -> candidate.local() == null)
                .thenComparing(candidate -> candidate.user().id()));
        candidates.addAll(claimants);
        return candidates;
    }

    /** Two users with one identity cannot come from us; the choice between them must at least be the same every time. */
    private static LocalUser firstOf(LocalUser one, LocalUser other) {
        return one.keycloakId().compareTo(other.keycloakId()) <= 0 ? one : other;
    }

    private boolean differs(DirectoryUser user, LocalUser local) {
        return !user.username().equals(local.username())
                || !Objects.equals(user.email(), local.email())
                || !user.dn().equals(local.dn())
                || local.departed()
                || local.disabledByUs()
                || !Fingerprint.of(user, trustEmail).equals(local.fingerprint());
    }

    private static List<RejectedEntry> sorted(List<RejectedEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(RejectedEntry::dn).thenComparing(RejectedEntry::reason))
                .toList();
    }
}
