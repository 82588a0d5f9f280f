package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of the directory's picture what Keycloak would refuse, each for itself: a value that is refused costs that value, a user name costs a new
 * user and leaves a known one his old name. Only users whom a plan would write are looked at, each once.
 */
final class EntryScreen {

    private final ValueFaults faults;
    private final Set<String> seen = new HashSet<>();
    private final List<RejectedEntry> notes = new ArrayList<>();

    EntryScreen(ValueFaults faults) {
        this.faults = faults;
    }

    /** What was taken from users who are written all the same. */
    List<RejectedEntry> notes() {
        return notes;
    }

    /** The picture without what is refused; empty where nothing is. */
    Optional<Snapshot> screen(Snapshot snapshot, SyncPlan plan) {
        Map<String, LocalUser> known = new HashMap<>();
        plan.changes().stream()
                .filter(UserChange::profile)
                .forEach(change -> known.put(change.user().id(), change.local()));
        Set<String> written = new HashSet<>(known.keySet());
        plan.newUsers().forEach(user -> written.add(user.id()));
        written.removeAll(seen);
        seen.addAll(written);

        List<DirectoryUser> users = new ArrayList<>(snapshot.users().size());
        List<RejectedEntry> rejected = new ArrayList<>(snapshot.rejected());
        boolean same = true;
        for (DirectoryUser user : snapshot.users()) {
            if (!written.contains(user.id())) {
                users.add(user);
                continue;
            }
            ScreenedUser screened = ScreenedUser.of(user, known.get(user.id()), faults);
            notes.addAll(screened.notes());
            if (screened.user() == null) {
                rejected.add(new RejectedEntry(user.dn(), screened.reason(), user.id()));
            } else {
                users.add(screened.user());
            }
            same = same && user.equals(screened.user());
        }
        return same
                ? Optional.empty()
                : Optional.of(new Snapshot(
                        users,
                        snapshot.groups(),
                        rejected,
                        snapshot.skipped(),
                        snapshot.idAttribute(),
                        snapshot.shortfall()));
    }
}
