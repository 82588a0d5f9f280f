package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan that writes nothing which Keycloak would refuse.
 *
 * @param plan the plan
 * @param notes values that were left out, each with the reason
 */
record ScreenedPlan(SyncPlan plan, List<RejectedEntry> notes) {

    ScreenedPlan {
        notes = List.copyOf(notes);
    }

    /** Somebody whose name is refused may have kept it from somebody else, so it is planned again until nothing new is refused. */
    static ScreenedPlan of(Snapshot snapshot, EntryScreen screen, Function<Snapshot, SyncPlan> planner) {
        SyncPlan plan = planner.apply(snapshot);
        Optional<Snapshot> screened = screen.screen(snapshot, plan);
        while (screened.isPresent()) {
            Snapshot accepted = screened.get();
            plan = planner.apply(accepted);
            screened = screen.screen(accepted, plan);
        }
        return new ScreenedPlan(plan, screen.notes());
    }
}
