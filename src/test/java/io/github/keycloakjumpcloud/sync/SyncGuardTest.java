package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.disabled;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.keys;
import static io.github.keycloakjumpcloud.sync.Picture.left;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SyncGuardTest {

    private static final RemovalSettings LIMITS = new RemovalSettings(RemovedUsers.DISABLE, 30, 20, 3, false);

    /** Members of these groups, as the directory shows them. */
    private static List<DirectoryUser> people(int from, int to, String... groups) {
        return IntStream.range(from, to)
                .mapToObj(i -> person(String.valueOf(5000 + i), "user" + i, null, groups))
                .toList();
    }

    private static List<LocalUser> known(int from, int to, String... groups) {
        return people(from, to).stream().map(user -> imported(user, groups)).toList();
    }

    private static SyncPlan plan(List<DirectoryUser> people, List<LocalUser> known, String... groups) {
        DirectoryGroup[] present = new DirectoryGroup[groups.length];
        LocalGroup[] owned = new LocalGroup[groups.length];
        for (int i = 0; i < groups.length; i++) {
            present[i] = group(groups[i]);
            owned[i] = imported(groups[i]);
        }
        return new SyncPlanner(false, true, false, LIMITS)
                .plan(whole(people, present), local(known, owned), Scope.EVERYBODY, NOW);
    }

    private static GuardVerdict review(SyncPlan plan) {
        return review(plan, "same", null);
    }

    private static GuardVerdict review(SyncPlan plan, @Nullable String lastGood, @Nullable String approved) {
        return SyncGuard.review(plan, LIMITS, "same", lastGood, approved);
    }

    private static GuardVerdict.Held held(GuardVerdict verdict) {
        assertThat(verdict).isInstanceOf(GuardVerdict.Held.class);
        return (GuardVerdict.Held) verdict;
    }

    @Nested
    class Users {

        @Test
        @DisplayName("at most the percentage pass, one more holds everything")
        void percent() {
            assertThat(review(plan(people(4, 20), known(0, 20)))).isEqualTo(new GuardVerdict.Clear());

            GuardVerdict.Held held = held(review(plan(people(5, 20), known(0, 20))));
            assertThat(held.holdback()).isEqualTo(Holdback.EVERYTHING);
            assertThat(held.reason()).contains("5 of 20 users", "20 %", "more than 3");
        }

        @Test
        @DisplayName("at most the minimum pass, however large a part they are")
        void minimum() {
            assertThat(review(plan(people(3, 5), known(0, 5)))).isEqualTo(new GuardVerdict.Clear());
            held(review(plan(people(4, 5), known(0, 5))));
        }

        @Test
        @DisplayName("all of them never pass, unless there is only one")
        void everybody() {
            assertThat(held(review(plan(people(9, 10), known(0, 2)))).reason())
                    .isEqualTo("all 2 users would be removed");
            assertThat(review(plan(people(9, 10), known(0, 1)))).isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(1, 2), known(0, 2)))).isEqualTo(new GuardVerdict.Clear());
        }

        @Test
        @DisplayName("the percentage is of those who were there: earlier leavers count neither way")
        void earlierLeavers() {
            List<LocalUser> known = new ArrayList<>(known(0, 20));
            known(20, 200).forEach(user -> known.add(disabled(user, NOW)));

            assertThat(review(plan(people(4, 20), known))).isEqualTo(new GuardVerdict.Clear());
            held(review(plan(people(5, 20), known)));
            List<LocalUser> allGone = new ArrayList<>(known(0, 2));
            allGone.add(disabled(known(2, 3).get(0), NOW));
            held(review(plan(people(9, 10), allGone)));
        }

        @Test
        @DisplayName("those who were only noted as having left count when they are to be disabled")
        void notedBefore() {
            List<LocalUser> known = new ArrayList<>(known(0, 20));
            known(20, 30).forEach(user -> known.add(left(user, NOW)));

            assertThat(held(review(plan(people(0, 20), known))).reason()).contains("10 of 20");
        }

        @Test
        @DisplayName("those who are deleted after some days do not count, but wait with the others")
        void overdue() {
            List<LocalUser> known = new ArrayList<>(known(0, 20));
            known(20, 40).forEach(user -> known.add(disabled(user, NOW.minus(Duration.ofDays(31)))));

            SyncPlan due = plan(people(0, 20), known);
            assertThat(due.removals()).hasSize(20);
            assertThat(review(due)).isEqualTo(new GuardVerdict.Clear());

            SyncPlan more = plan(people(5, 20), known);
            assertThat(held(review(more)).holdback().partOf(more).removals()).hasSize(25);
        }
    }

    @Nested
    class Groups {

        @Test
        @DisplayName("groups that lose too many members keep them, and nothing else is held")
        void members() {
            List<DirectoryUser> people = new ArrayList<>(people(0, 5));
            people.addAll(people(5, 20, "Staff"));

            GuardVerdict.Held held = held(review(plan(people, known(0, 20, "Staff", "Few"), "Staff", "Few")));

            assertThat(held.holdback().groupKeys()).isEqualTo(keys("Staff", "Few"));
            assertThat(held.holdback().everything()).isFalse();
            assertThat(held.reason()).contains("'Staff' (5 of 20)", "'Few' (20 of 20)");
            assertThat(review(plan(people(0, 20, "Staff"), known(0, 20, "Staff"), "Staff")))
                    .isEqualTo(new GuardVerdict.Clear());
        }

        @Test
        @DisplayName("at most the percentage or the minimum of a group's members may leave")
        void limits() {
            List<DirectoryUser> people = new ArrayList<>(people(0, 4));
            people.addAll(people(4, 20, "Staff"));
            assertThat(review(plan(people, known(0, 20, "Staff"), "Staff"))).isEqualTo(new GuardVerdict.Clear());

            assertThat(review(plan(people(0, 3), known(0, 3, "Staff"), "Staff")))
                    .isEqualTo(new GuardVerdict.Clear());
            held(review(plan(people(0, 4), known(0, 4, "Staff"), "Staff")));
        }

        @Test
        @DisplayName("who leaves JumpCloud does not count as leaving a group")
        void departures() {
            List<LocalUser> known = new ArrayList<>(known(0, 4, "Staff"));
            known.addAll(known(4, 30));

            assertThat(review(plan(people(4, 30), known, "Staff"))).isEqualTo(new GuardVerdict.Clear());
        }

        @Test
        @DisplayName("a vanished group counts as all its members leaving, but for those who leave JumpCloud")
        void vanished() {
            SyncPlanner planner = new SyncPlanner(false, true, false, LIMITS);
            List<LocalUser> known = new ArrayList<>(known(0, 4, "Staff"));
            known.addAll(known(4, 30));

            SyncPlan plan = planner.plan(whole(people(0, 30)), local(known, imported("Staff")), Scope.EVERYBODY, NOW);
            assertThat(held(review(plan)).holdback().groupKeys()).isEqualTo(keys("Staff"));

            SyncPlan withDepartures =
                    planner.plan(whole(people(1, 30)), local(known, imported("Staff")), Scope.EVERYBODY, NOW);
            assertThat(review(withDepartures)).isEqualTo(new GuardVerdict.Clear());
        }

        @Test
        @DisplayName("many of them are named up to ten")
        void named() {
            String[] names =
                    IntStream.range(0, 12).mapToObj(i -> "G" + (10 + i)).toArray(String[]::new);

            String reason = held(review(plan(people(0, 20), known(0, 20, names), names)))
                    .reason();

            assertThat(reason).contains("'G10'", "'G19'", "and 2 more").doesNotContain("'G20'");
        }
    }

    @Nested
    class ChangedSettings {

        @Test
        @DisplayName("hold every removal, be it a single user, membership or group")
        void holdEverything() {
            SyncPlan oneUser = plan(people(1, 20), known(0, 20));
            assertThat(held(review(oneUser, "other", null)).reason()).contains("settings");

            List<DirectoryUser> people = new ArrayList<>(people(0, 1));
            people.addAll(people(1, 20, "Staff"));
            SyncPlan oneMembership = plan(people, known(0, 20, "Staff"), "Staff");
            assertThat(held(review(oneMembership, "other", null)).holdback()).isEqualTo(Holdback.EVERYTHING);

            SyncPlan oneGroup = new SyncPlanner(false, true, false, LIMITS)
                    .plan(whole(people(0, 20)), local(known(0, 20), imported("Staff")), Scope.EVERYBODY, NOW);
            held(review(oneGroup, "other", null));
        }

        @Test
        @DisplayName("do not matter where nothing is removed, where they are the same, or in the first run")
        void noMatter() {
            assertThat(review(plan(people(0, 30), known(0, 20)), "other", null)).isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(1, 20), known(0, 20)), "same", null)).isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(1, 20), known(0, 20)), null, null)).isEqualTo(new GuardVerdict.Clear());
        }
    }

    @Nested
    class Approvals {

        @Test
        @DisplayName("release the plan that they name, and lapse with another picture")
        void approved() {
            SyncPlan plan = plan(people(10, 20), known(0, 20));
            String id = held(review(plan)).planId();

            assertThat(id).matches("[0-9a-f]{32}");
            assertThat(review(plan, "same", id)).isEqualTo(new GuardVerdict.Approved(id));
            assertThat(held(review(plan(people(11, 20), known(0, 20)), "same", id))
                            .planId())
                    .isNotEqualTo(id);
        }

        @Test
        @DisplayName("name what is held and nothing else: additions and removals that pass do not change the id")
        void onlyHeld() {
            List<DirectoryUser> people = new ArrayList<>(people(0, 20));
            String id =
                    held(review(plan(people, known(0, 20, "Staff"), "Staff"))).planId();

            people.addAll(people(30, 40));
            people.remove(0);
            SyncPlan otherwise = plan(people, known(0, 20, "Staff"), "Staff");
            SyncPlan more = plan(people.subList(0, 10), known(0, 20, "Staff"), "Staff");

            assertThat(held(review(otherwise)).planId()).isNotEqualTo(id);
            assertThat(held(review(more)).planId()).isNotEqualTo(id);
            people.add(0, people(0, 1).get(0));
            assertThat(held(review(plan(people, known(0, 20, "Staff"), "Staff")))
                            .planId())
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

        private SyncPlan groupGone(String name) {
            return new SyncPlanner(false, true, false, LIMITS)
                    .plan(whole(List.of()), local(List.of(), imported(name)), Scope.EVERYBODY, NOW);
        }

        private SyncPlan with(SyncPlan plan, UserRemoval removal) {
            return new SyncPlan(
                    plan.groups(), List.of(), List.of(), List.of(removal), plan.obstacles(), 0, plan.census());
        }
    }
}
