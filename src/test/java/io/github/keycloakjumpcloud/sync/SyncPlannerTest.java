package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.JOHN;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.keys;
import static io.github.keycloakjumpcloud.sync.Picture.left;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.partial;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.planner;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SyncPlannerTest {

    @Test
    @DisplayName("a person whom Keycloak does not know is created, a group too")
    void creates() {
        SyncPlan plan = plan(whole(List.of(JANE, JOHN), group("Staff")), local(List.of()));

        assertThat(plan.newUsers()).containsExactlyInAnyOrder(JANE, JOHN);
        assertThat(plan.groups().created()).containsExactly(group("Staff"));
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    @DisplayName("what is as it should be needs nothing")
    void unchanged() {
        SyncPlan plan =
                plan(whole(List.of(JANE), group("Staff")), local(List.of(imported(JANE, "Staff")), imported("Staff")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.newUsers()).isEmpty();
        assertThat(plan.groups().created()).isEmpty();
        assertThat(plan.unchanged()).isOne();
    }

    @Test
    @DisplayName("changes stand in the order of the ids, in whatever order the directory lists the people")
    void order() {
        SyncPlan plan = plan(
                whole(List.of(JOHN, JANE), group("Staff")),
                local(List.of(imported(JOHN, "Staff"), imported(JANE)), imported("Staff")));

        assertThat(plan.changes()).extracting(change -> change.user().id()).containsExactly(JANE.id(), JOHN.id());
    }

    @Test
    @DisplayName("same id with a new user name is a rename of the same Keycloak user")
    void rename() {
        DirectoryUser renamed = person("5001", "jane.doe", "jane@example.com", "Staff");

        SyncPlan plan = plan(
                whole(List.of(renamed), group("Staff")), local(List.of(imported(JANE, "Staff")), imported("Staff")));

        assertThat(plan.newUsers()).isEmpty();
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.isRename()).isTrue();
            assertThat(change.local().keycloakId()).isEqualTo("k-5001");
        });
    }

    @Nested
    class Memberships {

        @Test
        @DisplayName("are added and removed as the directory says")
        void joinAndLeave() {
            DirectoryUser moved = person("5001", "jane", "jane@example.com", "Admins");

            SyncPlan plan = plan(
                    whole(List.of(moved), group("Staff"), group("Admins")),
                    local(List.of(imported(JANE, "Staff")), imported("Staff"), imported("Admins")));

            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.profile()).isFalse();
                assertThat(change.join()).isEqualTo(keys("Admins"));
                assertThat(change.leave()).isEqualTo(keys("Staff"));
            });
        }

        @Test
        @DisplayName("do not end on the strength of an incomplete picture")
        void incomplete() {
            DirectoryUser moved = person("5001", "jane", "jane@example.com", "Admins");

            SyncPlan plan = plan(
                    partial(List.of(moved), group("Staff"), group("Admins")),
                    local(List.of(imported(JANE, "Staff")), imported("Staff"), imported("Admins")));

            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.join()).isEqualTo(keys("Admins"));
                assertThat(change.leave()).isEmpty();
            });
        }

        @Test
        @DisplayName("are left alone where groups are not imported")
        void groupsOff() {
            SyncPlan plan = new SyncPlanner(false, false, false, RemovalSettings.DEFAULT)
                    .plan(
                            whole(List.of(person("5001", "jane", "jane@example.com"))),
                            local(List.of(imported(JANE, "Staff")), imported("Staff")),
                            Scope.EVERYBODY,
                            NOW);

            assertThat(plan.changes()).isEmpty();
            assertThat(plan.groups().removed()).isEmpty();
        }

        @Test
        @DisplayName("end even where the new name cannot be had, and all but the name follows the directory")
        void conflictDoesNotKeepAccess() {
            DirectoryUser wantsForeignName = person("5001", "root", "jane@example.com");

            SyncPlan plan = plan(
                    whole(List.of(wantsForeignName), group("Staff")),
                    local(
                            List.of(imported(JANE, "Staff")),
                            Map.of("root", new Holder("k-root", "root", null)),
                            Map.of(),
                            imported("Staff")));

            assertThat(plan.conflicts()).hasSize(1);
            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.isRename()).isFalse();
                assertThat(change.user().dn()).isEqualTo(wantsForeignName.dn());
                assertThat(change.leave()).isEqualTo(keys("Staff"));
            });
        }
    }

    @Nested
    class Departures {

        @Test
        @DisplayName("of users are reported")
        void reported() {
            SyncPlan plan = plan(whole(List.of(JOHN)), local(List.of(imported(JANE), imported(JOHN))));

            assertThat(plan.removals())
                    .extracting(removal -> removal.user().username())
                    .containsExactly("jane");
        }

        @Test
        @DisplayName("end when the person is there again, with a change that clears the mark")
        void returned() {
            LocalUser marked = left(imported(JANE), NOW);

            assertThat(plan(whole(List.of(JANE)), local(List.of(marked))).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.profile()).isTrue());
        }

        @Test
        @DisplayName("do not follow where the entry is there and only cannot be taken")
        void rejectedIsNotGone() {
            Snapshot directory = new Snapshot(
                    List.of(JOHN),
                    List.of(),
                    List.of(new RejectedEntry(JANE.dn().toUpperCase(Locale.ROOT), "its identity is unclear")),
                    List.of(),
                    IdAttribute.UID_NUMBER,
                    null);

            SyncPlan plan = plan(directory, local(List.of(imported(JANE), imported(JOHN))));

            assertThat(plan.removals()).isEmpty();
        }

        @Test
        @DisplayName(
                "do not follow where somebody's id is there in an entry that cannot be taken, whatever its DN is now")
        void renamedBeyondMeasure() {
            Snapshot directory = new Snapshot(
                    List.of(JOHN),
                    List.of(),
                    List.of(new RejectedEntry("uid=elsewhere", "its uid is too long", JANE.id())),
                    List.of(),
                    IdAttribute.UID_NUMBER,
                    null);

            assertThat(plan(directory, local(List.of(imported(JANE), imported(JOHN))))
                            .removals())
                    .isEmpty();
        }

        @Test
        @DisplayName("never follow from an incomplete picture")
        void incomplete() {
            SyncPlan plan =
                    plan(partial(List.of(JOHN)), local(List.of(imported(JANE), imported(JOHN)), imported("Staff")));

            assertThat(plan.removals()).isEmpty();
            assertThat(plan.groups().removed()).isEmpty();
        }

        @Test
        @DisplayName("never follow from looking at one person")
        void oneUser() {
            SyncPlan plan = planner(RemovedUsers.DELETE, 0)
                    .plan(
                            whole(List.of(JOHN)),
                            local(List.of(imported(JANE), imported(JOHN, "Staff")), imported("Staff")),
                            Scope.THESE_USERS,
                            NOW);

            assertThat(plan.removals()).isEmpty();
            assertThat(plan.groups().removed()).isEmpty();
        }
    }
}
