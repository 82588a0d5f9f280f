package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Crowd.LIMITS;
import static io.github.keycloakjumpcloud.sync.Crowd.held;
import static io.github.keycloakjumpcloud.sync.Crowd.known;
import static io.github.keycloakjumpcloud.sync.Crowd.people;
import static io.github.keycloakjumpcloud.sync.Crowd.plan;
import static io.github.keycloakjumpcloud.sync.Crowd.review;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.disabled;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.keys;
import static io.github.keycloakjumpcloud.sync.Picture.left;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SyncGuardTest {

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

            GuardVerdict.Held held = held(review(plan(people, known(0, 20, "Staff", "Few"), "Staff", "Few", "Kept")));

            assertThat(held.holdback().groupKeys()).isEqualTo(keys("Staff", "Few"));
            assertThat(held.holdback().everything()).isFalse();
            assertThat(held.reason())
                    .contains("'Staff' (5 of 20)", "'Few' (20 of 20)")
                    .doesNotContain("Kept");
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

            // Nor did who left earlier and is deleted only now ever count as a member.
            known.add(disabled(known(40, 41, "Staff").get(0), NOW.minus(Duration.ofDays(31))));
            SyncPlan withOverdue =
                    planner.plan(whole(people(0, 30)), local(known, imported("Staff")), Scope.EVERYBODY, NOW);
            assertThat(withOverdue.removals()).hasSize(1);
            held(review(withOverdue));
        }

        @Test
        @DisplayName("wait without the others that pass, and without what else changes")
        void partOnly() {
            List<LocalUser> known = new ArrayList<>(known(0, 4, "Staff"));
            known.addAll(known(4, 30, "Kept"));
            SyncPlan plan = new SyncPlanner(false, true, false, LIMITS)
                    .plan(
                            whole(people(0, 30, "Kept"), group("Kept")),
                            local(known, imported("Staff"), imported("Gone"), imported("Kept")),
                            Scope.EVERYBODY,
                            NOW);

            SyncPlan part = held(review(plan)).holdback().partOf(plan);

            assertThat(plan.groups().removed()).hasSize(2);
            assertThat(part.groups().removed()).containsExactly(imported("Staff"));
            assertThat(part.changes()).hasSize(4).allMatch(change -> change.join()
                    .isEmpty());
            SyncPlan joins = plan(people(0, 30, "Kept"), known(0, 30), "Kept");
            assertThat(Holdback.EVERYTHING.partOf(joins).changes()).isEmpty();
        }

        @Test
        @DisplayName("many of them are named up to ten")
        void named() {
            String[] names =
                    IntStream.range(0, 12).mapToObj(i -> "G" + (10 + i)).toArray(String[]::new);

            String reason = held(review(plan(people(0, 20), known(0, 20, names), names)))
                    .reason();

            assertThat(reason).contains("'G10'", "'G19'", "and 2 more").doesNotContain("'G20'");
            String[] ten = Arrays.copyOf(names, 10);
            assertThat(held(review(plan(people(0, 20), known(0, 20, ten), ten))).reason())
                    .contains("'G19'")
                    .doesNotContain("more:", "and 0 more");
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
            assertThat(held(review(oneMembership, "other", null)).holdback())
                    .isEqualTo(Holdback.EVERYTHING_AND_RENAMES);

            SyncPlan oneGroup = new SyncPlanner(false, true, false, LIMITS)
                    .plan(whole(people(0, 20)), local(known(0, 20), imported("Staff")), Scope.EVERYBODY, NOW);
            held(review(oneGroup, "other", null));
        }

        @Test
        @DisplayName("do not matter where nothing is removed, where they are the same, or in the first run")
        void noMatter() {
            assertThat(review(plan(people(0, 30), known(0, 20)), "other", null)).isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(0, 20, "Staff"), known(0, 20), "Staff"), "other", null))
                    .isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(1, 20), known(0, 20)), "same", null)).isEqualTo(new GuardVerdict.Clear());
            assertThat(review(plan(people(1, 20), known(0, 20)), null, null)).isEqualTo(new GuardVerdict.Clear());
        }
    }
}
