package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan that writes nothing which Keycloak would refuse.
 *
 * @param picture the directory without what is refused
 * @param plan the plan
 * @param notes values that were left out, each with the reason
 */
record ScreenedPlan(Snapshot picture, SyncPlan plan, List<RejectedEntry> notes) {

    ScreenedPlan {
        notes = List.copyOf(notes);
    }

    /** Somebody whose name is refused may have kept it from somebody else, so it is planned again until nothing new is refused. */
    static ScreenedPlan of(Snapshot snapshot, EntryScreen screen, Function<Snapshot, SyncPlan> planner) {
        Snapshot picture = snapshot;
        SyncPlan plan = planner.apply(picture);
        Optional<Snapshot> screened = screen.screen(picture, plan);
        while (screened.isPresent()) {
            picture = screened.get();
            plan = planner.apply(picture);
            screened = screen.screen(picture, plan);
        }
        return new ScreenedPlan(picture, plan, screen.notes());
    }

    /** Another plan for the same picture. */
    ScreenedPlan with(SyncPlan other) {
        return new ScreenedPlan(picture, other, notes);
    }
}
