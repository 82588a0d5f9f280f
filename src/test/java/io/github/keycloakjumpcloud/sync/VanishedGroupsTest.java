package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Crowd.held;
import static io.github.keycloakjumpcloud.sync.Crowd.known;
import static io.github.keycloakjumpcloud.sync.Crowd.people;
import static io.github.keycloakjumpcloud.sync.Crowd.plan;
import static io.github.keycloakjumpcloud.sync.Crowd.planner;
import static io.github.keycloakjumpcloud.sync.Crowd.review;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the guard says where the directory shows no group any more. */
class VanishedGroupsTest {

    private static final GroupHoldings SOMEBODY_ELSES = new GroupHoldings(1, 0, 0, false);

    @Test
    @DisplayName("is never believed, whether they would be removed or stay for what hangs on them")
    void allOfThem() {
        List<LocalUser> known = new ArrayList<>(known(0, 2, "Staff"));
        known.addAll(known(2, 30));

        SyncPlan plan = withoutGroups(known, Map.of("g-Kept", SOMEBODY_ELSES));

        assertThat(plan.groups().removed()).containsExactly(imported("Staff"));
        assertThat(plan.groups().kept()).hasSize(1);
        assertThat(held(review(plan)).reason()).contains("all 2 imported groups would go");
    }

    @Test
    @DisplayName("needs no approval where nobody loses anything")
    void nobodyInThem() {
        SyncPlan plan = withoutGroups(known(0, 30), Map.of("g-Kept", SOMEBODY_ELSES, "g-Staff", SOMEBODY_ELSES));

        assertThat(plan.groups().kept()).hasSize(2);
        assertThat(review(plan)).isEqualTo(new GuardVerdict.Clear());
    }

    @Test
    @DisplayName("the limits are named with the groups that exceed them")
    void limits() {
        assertThat(held(review(plan(people(0, 20), known(0, 20, "Staff"), "Staff")))
                        .reason())
                .contains("more than 20 % and more than 3 of the members");
    }

    private static SyncPlan withoutGroups(List<LocalUser> known, Map<String, GroupHoldings> holdings) {
        LocalSnapshot local = new LocalSnapshot(
                known, List.of(imported("Staff"), imported("Kept")), Map.of(), Map.of(), Set.of(), holdings);
        return planner().plan(whole(people(0, 30)), local, Scope.EVERYBODY, NOW);
    }
}
