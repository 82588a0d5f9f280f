package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.keys;
import static io.github.keycloakjumpcloud.sync.Picture.partial;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.planner;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Groups that are new, were renamed, or are gone. */
class SyncPlannerGroupsTest {

    private static final DirectoryUser NOBODYS = person("5001", "jane", "jane@example.com");
    private static final LocalUser MEMBER = imported(JANE, "Staff");

    private static LocalSnapshot keycloak(Map<String, GroupHoldings> holdings, LocalGroup... groups) {
        return new LocalSnapshot(List.of(MEMBER), List.of(groups), Map.of(), Map.of(), Set.of("Foreign"), holdings);
    }

    private static LocalGroup called(String name, LocalGroup group) {
        return new LocalGroup(group.keycloakId(), group.key(), name, group.dn());
    }

    @Nested
    class Gone {

        @Test
        @DisplayName("with nothing of anybody else's: the members leave, then the group goes")
        void removed() {
            SyncPlan plan = plan(whole(List.of(NOBODYS)), keycloak(Map.of(), imported("Staff")));

            assertThat(plan.groups().removed()).containsExactly(imported("Staff"));
            assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.leave())
                    .isEqualTo(keys("Staff")));
        }

        @Test
        @DisplayName("with something of somebody else's: it stays and is reported, but our members leave")
        void kept() {
            GroupHoldings holdings = new GroupHoldings(1, 0, 0, false);

            SyncPlan plan = plan(whole(List.of(NOBODYS)), keycloak(Map.of("g-Staff", holdings), imported("Staff")));

            assertThat(plan.groups().removed()).isEmpty();
            assertThat(plan.groups().kept()).containsExactly(new KeptGroup(imported("Staff"), holdings));
            assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.leave())
                    .isEqualTo(keys("Staff")));
        }

        @Test
        @DisplayName("only if the entry is not there at all: one that could not be taken keeps group and members")
        void rejected() {
            Snapshot directory = new Snapshot(
                    List.of(NOBODYS),
                    List.of(),
                    List.of(new RejectedEntry(group("Staff").dn(), "it has no name")),
                    List.of(),
                    IdAttribute.UID_NUMBER,
                    null);

            SyncPlan plan = plan(directory, keycloak(Map.of(), imported("Staff")));

            assertThat(plan.groups().removed()).isEmpty();
            assertThat(plan.groups().kept()).isEmpty();
            assertThat(plan.changes()).isEmpty();
        }

        @Test
        @DisplayName("as it seems, but held back: neither the group nor its members go, and the others do")
        void held() {
            LocalUser member = imported(person("5001", "jane", "jane@example.com"), "Staff", "Admins");
            LocalSnapshot local = Picture.local(List.of(member), imported("Staff"), imported("Admins"));

            SyncPlan plan = planner(RemovedUsers.DISABLE, 0)
                    .plan(whole(List.of(NOBODYS)), local, Scope.EVERYBODY, NOW, Holdback.ofGroups(keys("Staff")));

            assertThat(plan.groups().removed()).containsExactly(imported("Admins"));
            assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.leave())
                    .isEqualTo(keys("Admins")));
        }

        @Test
        @DisplayName("never on the strength of an incomplete picture, nor is it reported as kept")
        void incomplete() {
            GroupHoldings holdings = new GroupHoldings(1, 0, 0, false);

            SyncPlan plan = plan(
                    partial(List.of(NOBODYS)),
                    keycloak(Map.of("g-Admins", holdings), imported("Staff"), imported("Admins")));

            assertThat(plan.groups().removed()).isEmpty();
            assertThat(plan.groups().kept()).isEmpty();
        }
    }

    @Nested
    class Renamed {

        @Test
        @DisplayName("in Keycloak, or by letter case at JumpCloud: gets the directory's name")
        void back() {
            SyncPlan plan =
                    plan(whole(List.of(JANE), group("Staff")), keycloak(Map.of(), called("STAFF", imported("Staff"))));

            assertThat(plan.groups().renamed())
                    .containsExactly(new GroupRename(called("STAFF", imported("Staff")), "Staff"));
            assertThat(plan.groups().created()).isEmpty();
            assertThat(plan.groups().removed()).isEmpty();
            assertThat(plan.changes()).isEmpty();
        }

        @Test
        @DisplayName("but the name is taken by a group of somebody else's: it is left, and reported")
        void takenByForeigner() {
            SyncPlan plan = plan(
                    whole(List.of(JANE), group("Foreign"), group("Staff")),
                    keycloak(Map.of(), called("Ours", imported("Foreign")), imported("Staff")));

            assertThat(plan.groups().renamed()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("'Foreign'", "did not create"));
        }

        @Test
        @DisplayName("frees its name for a group that is new in the same run")
        void freesName() {
            SyncPlan plan = plan(
                    whole(List.of(JANE), group("Staff"), group("Admins")),
                    keycloak(Map.of(), called("Admins", imported("Staff"))));

            assertThat(plan.groups().renamed()).hasSize(1);
            assertThat(plan.groups().created()).containsExactly(group("Admins"));
            assertThat(plan.conflicts()).isEmpty();
        }

        @Test
        @DisplayName("to the name of another imported group: it is left, and reported")
        void takenByOurs() {
            SyncPlan plan = plan(
                    whole(List.of(JANE), group("Staff"), group("Admins")),
                    keycloak(Map.of(), called("Admins", imported("Staff")), called("Staff", imported("Admins"))));

            assertThat(plan.groups().renamed()).isEmpty();
            assertThat(plan.conflicts()).hasSize(2);
        }
    }

    @Test
    @DisplayName("groups that were created are not created again; two new ones of one name are one too many")
    void created() {
        DirectoryGroup twin = new DirectoryGroup("cn=zz", "cn=zz", "Admins");

        SyncPlan plan = plan(
                whole(List.of(JANE), group("Staff"), group("Admins"), twin), keycloak(Map.of(), imported("Staff")));

        assertThat(plan.groups().created()).containsExactly(group("Admins"));
        assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.dn())
                .isEqualTo("cn=zz"));
    }
}
