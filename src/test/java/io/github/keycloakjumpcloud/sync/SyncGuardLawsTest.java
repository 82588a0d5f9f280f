package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the guard promises for every directory and every Keycloak. */
class SyncGuardLawsTest {

    private static SyncPlan plan(GeneratedWorld world, Holdback holdback) {
        LocalSnapshot local = world.keycloak.seenFor(world.people);
        return world.planner().plan(world.whole(), local, Scope.EVERYBODY, NOW, holdback);
    }

    private static GuardVerdict review(SyncPlan plan, GeneratedWorld world, @Nullable String approved) {
        return SyncGuard.review(plan, world.removal, "settings", "settings", approved);
    }

    @Test
    @DisplayName("no more users and memberships go than the limits allow, unless somebody approves")
    void limits() {
        GeneratedWorld.each(1000, world -> {
            SyncPlan plan = plan(world, Holdback.NOTHING);

            SyncPlan allowed =
                    review(plan, world, null) instanceof GuardVerdict.Held held ? plan(world, held.holdback()) : plan;

            Census census = plan.census();
            long users = allowed.removals().stream()
                    .filter(removal -> removal.isGuarded() && !removal.overdue())
                    .count();
            assertThat(isWithin(world.removal, users, census.users())).isTrue();
            assertThat(census.users() >= 2
                            && allowed.removals().stream()
                                            .filter(removal -> !removal.user().departed())
                                            .count()
                                    == census.users())
                    .isFalse();
            for (LocalGroup group : allowed.groups().owned()) {
                long leaving = allowed.changes().stream()
                        .filter(change -> !change.local().departed())
                        .filter(change -> change.leave().contains(group.key()))
                        .count();
                assertThat(isWithin(world.removal, leaving, census.membersOf(group.key())))
                        .isTrue();
            }
        });
    }

    private static boolean isWithin(RemovalSettings limits, long removed, int of) {
        return removed <= limits.limitMinimum() || removed * 100 <= (long) limits.limitPercent() * of;
    }

    @Test
    @DisplayName("what is held and what goes through are together what was planned, and nothing is both")
    void partition() {
        GeneratedWorld.each(1000, world -> {
            SyncPlan plan = plan(world, Holdback.NOTHING);
            if (!(review(plan, world, null) instanceof GuardVerdict.Held held)) {
                return;
            }

            Set<String> waiting = removals(held.holdback().partOf(plan));
            Set<String> through = removals(plan(world, held.holdback()));

            assertThat(waiting).isNotEmpty();
            assertThat(Collections.disjoint(waiting, through)).isTrue();
            Set<String> together = new HashSet<>(waiting);
            together.addAll(through);
            assertThat(together).isEqualTo(removals(plan));
        });
    }

    @Test
    @DisplayName("additions go through, whatever is held, unless they need what somebody held still has")
    void additions() {
        GeneratedWorld.each(1000, world -> {
            SyncPlan plan = plan(world, Holdback.NOTHING);
            SyncPlan held = plan(world, Holdback.EVERYTHING);

            Set<String> conflicting = new HashSet<>();
            held.conflicts().forEach(conflict -> conflicting.add(conflict.dn()));
            assertThat(plan.newUsers())
                    .allMatch(user -> held.newUsers().contains(user) || conflicting.contains(user.dn()));
            assertThat(held.groups().created()).isEqualTo(plan.groups().created());
            assertThat(held.changes())
                    .filteredOn(change -> !conflicting.contains(change.user().dn()))
                    .allSatisfy(change -> assertThat(plan.changes())
                            .anyMatch(other -> other.local().equals(change.local())
                                    && other.join().equals(change.join())));
        });
    }

    @Test
    @DisplayName("an approval releases exactly the removals that it names")
    void approval() {
        GeneratedWorld.each(1000, world -> {
            SyncPlan plan = plan(world, Holdback.NOTHING);
            if (!(review(plan, world, null) instanceof GuardVerdict.Held held)) {
                return;
            }

            assertThat(review(plan, world, held.planId())).isEqualTo(new GuardVerdict.Approved(held.planId()));

            SyncPlan part = held.holdback().partOf(plan);
            if (!part.removals().isEmpty()) {
                SyncPlan other = new SyncPlan(
                        plan.groups(),
                        plan.newUsers(),
                        plan.changes(),
                        without(plan.removals(), part.removals().get(0)),
                        plan.obstacles(),
                        plan.unchanged(),
                        plan.census());
                assertThat(review(other, world, held.planId())).isNotInstanceOf(GuardVerdict.Approved.class);
            }
        });
    }

    private static List<UserRemoval> without(List<UserRemoval> removals, UserRemoval one) {
        return removals.stream().filter(removal -> !removal.equals(one)).toList();
    }

    private static Set<String> removals(SyncPlan plan) {
        Set<String> removals = new HashSet<>();
        plan.removals().stream()
                .filter(UserRemoval::isGuarded)
                .forEach(removal ->
                        removals.add(removal.fate() + " " + removal.user().keycloakId()));
        plan.changes().forEach(change -> change.leave()
                .forEach(key -> removals.add(change.local().keycloakId() + key)));
        plan.groups().removed().forEach(group -> removals.add(group.key()));
        return removals;
    }
}
