package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Crowd.LIMITS;
import static io.github.keycloakjumpcloud.sync.Crowd.held;
import static io.github.keycloakjumpcloud.sync.Crowd.known;
import static io.github.keycloakjumpcloud.sync.Crowd.people;
import static io.github.keycloakjumpcloud.sync.Crowd.plan;
import static io.github.keycloakjumpcloud.sync.Crowd.review;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The id under which removals wait, and what an approval of it releases. */
class ApprovalTest {

    @Test
    @DisplayName("release the plan that they name, and lapse with another picture")
    void approved() {
        SyncPlan plan = plan(people(10, 20), known(0, 20));
        String id = held(review(plan)).planId();

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(review(plan, "same", id)).isEqualTo(new GuardVerdict.Approved(id));
        assertThat(held(review(plan(people(11, 20), known(0, 20)), "same", id)).planId())
                .isNotEqualTo(id);
    }

    @Test
    @DisplayName("name what is held and nothing else: additions and removals that pass do not change the id")
    void onlyHeld() {
        List<DirectoryUser> people = new ArrayList<>(people(0, 20));
        String id = held(review(plan(people, known(0, 20, "Staff"), "Staff"))).planId();

        people.addAll(people(30, 40));
        people.remove(0);
        SyncPlan otherwise = plan(people, known(0, 20, "Staff"), "Staff");
        SyncPlan more = plan(people.subList(0, 10), known(0, 20, "Staff"), "Staff");

        assertThat(held(review(otherwise)).planId()).isNotEqualTo(id);
        assertThat(held(review(more)).planId()).isNotEqualTo(id);
        people.add(0, people(0, 1).get(0));
        assertThat(held(review(plan(people, known(0, 20, "Staff"), "Staff"))).planId())
                .isEqualTo(id);
    }

    @Test
    @DisplayName("differ between groups, users, memberships and what is done to them")
    void kinds() {
        LocalUser user = known(0, 1).get(0);
        SyncPlan none = plan(List.of(), List.of());
        String disable = PlanId.of(with(none, UserRemoval.of(user, UserRemoval.Fate.DISABLE, false)));
        String delete = PlanId.of(with(none, UserRemoval.of(user, UserRemoval.Fate.DELETE, false)));

        assertThat(disable).isNotEqualTo(delete).isNotEqualTo(PlanId.of(none));
        assertThat(PlanId.of(groupGone("Staff")))
                .isNotEqualTo(PlanId.of(none))
                .isNotEqualTo(PlanId.of(groupGone("Admins")));
    }

    @Test
    @DisplayName("name Keycloak's groups, not their names at JumpCloud, and do not depend on the order")
    void groupsAndOrder() {
        LocalGroup staff = imported("Staff");
        LocalGroup again = new LocalGroup("g-again", staff.key(), staff.name(), staff.dn());
        SyncPlanner planner = new SyncPlanner(false, true, false, LIMITS);
        SyncPlan one = planner.plan(
                whole(people(0, 2), group("Staff")), local(known(0, 2, "Staff"), staff), Scope.EVERYBODY, NOW);
        SyncPlan other = planner.plan(
                whole(people(0, 2), group("Staff")), local(known(0, 2, "Staff"), again), Scope.EVERYBODY, NOW);
        assertThat(PlanId.of(one)).isNotEqualTo(PlanId.of(other));

        List<UserChange> reversed = new ArrayList<>(one.changes());
        Collections.reverse(reversed);
        SyncPlan backwards =
                new SyncPlan(one.groups(), List.of(), reversed, List.of(), one.obstacles(), 0, one.census());
        assertThat(PlanId.of(backwards)).isEqualTo(PlanId.of(one));
    }

    private SyncPlan groupGone(String name) {
        return new SyncPlanner(false, true, false, LIMITS)
                .plan(whole(List.of()), local(List.of(), imported(name)), Scope.EVERYBODY, NOW);
    }

    private SyncPlan with(SyncPlan plan, UserRemoval removal) {
        return new SyncPlan(plan.groups(), List.of(), List.of(), List.of(removal), plan.obstacles(), 0, plan.census());
    }
}
