package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.JOHN;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.disabled;
import static io.github.keycloakjumpcloud.sync.Picture.disabledByAdministrator;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.left;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.planner;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import io.github.keycloakjumpcloud.sync.UserRemoval.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The one view of a plan that people see: every action with a sentence that names users and groups. */
class PlanActionsTest {

    private static PlannedAction only(SyncPlan plan, ActionKind kind) {
        List<PlannedAction> actions =
                plan.actions().filter(action -> action.kind() == kind).toList();
        assertThat(actions).hasSize(1);
        return actions.get(0);
    }

    @Test
    @DisplayName("what comes: groups, users with their groups")
    void additions() {
        DirectoryUser member = person("5001", "jane", "jane@example.com", "Staff", "Admins", "Filtered");

        SyncPlan plan = plan(whole(List.of(member), group("Staff")), local(List.of(), imported("Admins")));

        assertThat(only(plan, ActionKind.CREATE_GROUP))
                .isEqualTo(new PlannedAction(
                        ActionKind.CREATE_GROUP,
                        "Staff",
                        null,
                        group("Staff").dn(),
                        "group 'Staff' is in JumpCloud and not yet in Keycloak"));
        PlannedAction created = only(plan, ActionKind.CREATE_USER);
        assertThat(created.subject()).isEqualTo("jane");
        assertThat(created.dn()).isEqualTo(member.dn());
        assertThat(created.reason()).endsWith("; joins 'Admins', 'Staff'");
        assertThat(only(plan(whole(List.of(JOHN)), local(List.of())), ActionKind.CREATE_USER)
                        .reason())
                .doesNotContain("joins");
    }

    @Test
    @DisplayName("what changes: names, addresses without naming them, memberships")
    void changes() {
        DirectoryUser jane = person("5001", "jane.doe", "jane.doe@example.com", "Staff");
        DirectoryUser john = person("5002", "john", "john.new@example.com");

        SyncPlan plan = plan(
                whole(List.of(jane, john), group("Staff"), group("Admins")),
                local(
                        List.of(imported(JANE, "Admins"), imported(JOHN)),
                        new LocalGroup(
                                "g-Staff",
                                group("Staff").key(),
                                "STAFF",
                                group("Staff").dn()),
                        imported("Admins")));

        assertThat(only(plan, ActionKind.RENAME_USER).reason()).isEqualTo("'jane' is called 'jane.doe' in JumpCloud");
        assertThat(only(plan, ActionKind.UPDATE_USER)).satisfies(action -> {
            assertThat(action.subject()).isEqualTo("john");
            assertThat(action.reason())
                    .contains("of 'john', the e-mail address changed")
                    .doesNotContain("@");
        });
        assertThat(only(plan, ActionKind.JOIN_GROUP)).satisfies(action -> {
            assertThat(action.subject()).isEqualTo("jane.doe");
            assertThat(action.group()).isEqualTo("Staff");
            assertThat(action.reason()).isEqualTo("'jane.doe' is a member of 'Staff' in JumpCloud");
        });
        assertThat(only(plan, ActionKind.LEAVE_GROUP).reason())
                .isEqualTo("'jane.doe' is no longer a member of 'Admins' in JumpCloud");
        assertThat(only(plan, ActionKind.RENAME_GROUP).reason())
                .isEqualTo("group 'STAFF' is called 'Staff' in JumpCloud");
    }

    @Test
    @DisplayName("updates say what differs")
    void updates() {
        LocalUser known = imported(JANE);
        DirectoryUser moved = new DirectoryUser(
                "5001", "uid=jane,ou=Moved", "jane", "jane@example.com", "Given", "Sur", Map.of(), Set.of());
        DirectoryUser promoted = new DirectoryUser(
                "5001",
                JANE.dn(),
                "jane",
                "jane@example.com",
                "Given",
                "Sur",
                Map.of("title", List.of("Chief")),
                Set.of());

        assertThat(only(plan(whole(List.of(moved)), local(List.of(known))), ActionKind.UPDATE_USER)
                        .reason())
                .contains("the DN changed");
        assertThat(only(plan(whole(List.of(promoted)), local(List.of(known))), ActionKind.UPDATE_USER)
                        .reason())
                .contains("attributes changed");
    }

    @Test
    @DisplayName("who comes back: enabled, or not")
    void returns() {
        SyncPlan back = plan(whole(List.of(JANE)), local(List.of(disabled(imported(JANE), NOW))));
        SyncPlan kept = plan(whole(List.of(JANE)), local(List.of(left(imported(JANE), NOW))));
        SyncPlan off = plan(whole(List.of(JANE)), local(List.of(disabledByAdministrator(left(imported(JANE), NOW)))));

        assertThat(only(back, ActionKind.ENABLE_USER).reason()).contains("'jane' is in JumpCloud again");
        assertThat(new PlanActions(back).counts()).containsOnlyKeys(ActionKind.ENABLE_USER);
        assertThat(only(kept, ActionKind.UPDATE_USER).reason()).isEqualTo("'jane' is in JumpCloud again");
        assertThat(only(off, ActionKind.UPDATE_USER).reason()).contains("stays disabled", "administrator");
    }

    private static PlannedAction removal(LocalUser user, RemovedUsers fate, int days, ActionKind kind) {
        SyncPlan plan = planner(fate, days)
                .plan(whole(List.of(JOHN)), local(List.of(user, imported(JOHN))), Scope.EVERYBODY, NOW);
        return only(plan, kind);
    }

    @Test
    @DisplayName("who goes, and why")
    void removals() {
        LocalUser jane = imported(JANE);

        assertThat(removal(jane, RemovedUsers.DISABLE, 0, ActionKind.DISABLE_USER))
                .isEqualTo(new PlannedAction(
                        ActionKind.DISABLE_USER, "jane", null, JANE.dn(), "'jane' is no longer in JumpCloud"));
        assertThat(removal(jane, RemovedUsers.DELETE, 0, ActionKind.DELETE_USER).reason())
                .isEqualTo("'jane' is no longer in JumpCloud");
        assertThat(removal(
                                disabled(jane, NOW.minus(Duration.ofDays(9))),
                                RemovedUsers.DISABLE,
                                8,
                                ActionKind.DELETE_USER)
                        .reason())
                .contains("as many days as are configured");
        assertThat(removal(jane, RemovedUsers.KEEP, 0, ActionKind.KEEP_USER).reason())
                .contains("stays, but for the password");
        assertThat(removal(disabledByAdministrator(jane), RemovedUsers.DISABLE, 0, ActionKind.KEEP_USER)
                        .reason())
                .contains("stays disabled", "administrator");
    }

    @Test
    @DisplayName("who gives up a name, and what he is called then")
    void yields() {
        DirectoryUser newcomer = person("6001", "jane", null);
        Map<String, Holder> holders = Map.of("jane", new Holder("k-5001", "jane", "c"));

        SyncPlan now = plan(whole(List.of(newcomer)), local(List.of(imported(JANE)), holders, Map.of()));
        SyncPlan earlier =
                plan(whole(List.of(newcomer)), local(List.of(disabled(imported(JANE), NOW)), holders, Map.of()));

        assertThat(only(now, ActionKind.DISABLE_USER).reason())
                .contains("somebody else is called 'jane' now", "becomes 'jane-left-k-5001'");
        assertThat(only(earlier, ActionKind.RENAME_USER).reason())
                .contains("left JumpCloud earlier", "becomes 'jane-left-k-5001'");
        assertThat(new PlanActions(with(
                                now,
                                UserRemoval.of(imported(JANE), Fate.NOTE, false).yielding("jane")))
                        .listed())
                .anySatisfy(action -> assertThat(action.reason()).contains("somebody else has the e-mail address"));
    }

    private static SyncPlan with(SyncPlan plan, UserRemoval removal) {
        return new SyncPlan(plan.groups(), List.of(), List.of(), List.of(removal), plan.obstacles(), 0, plan.census());
    }

    @Test
    @DisplayName("groups that go and groups that stay, with what hangs on them")
    void groups() {
        LocalSnapshot local = new LocalSnapshot(
                List.of(),
                List.of(imported("Gone"), imported("One"), imported("Many")),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(
                        "g-One", new GroupHoldings(1, 1, 1, false),
                        "g-Many", new GroupHoldings(2, 0, 3, true)));

        List<PlannedAction> actions = plan(whole(List.of()), local).actions().toList();

        assertThat(actions)
                .extracting(PlannedAction::kind, PlannedAction::subject)
                .containsExactly(
                        tuple(ActionKind.REMOVE_GROUP, "Gone"),
                        tuple(ActionKind.KEEP_GROUP, "Many"),
                        tuple(ActionKind.KEEP_GROUP, "One"));
        assertThat(actions.get(0).reason()).contains("group 'Gone' is no longer in JumpCloud");
        assertThat(actions.get(1).reason())
                .contains("2 members of other origin, 3 roles, its place among the realm's default groups;");
        assertThat(actions.get(2).reason()).contains("has 1 member of other origin, 1 sub-group, 1 role;");
    }

    @Test
    @DisplayName("what is not brought in")
    void obstacles() {
        Snapshot directory = new Snapshot(
                List.of(JANE),
                List.of(),
                List.of(new RejectedEntry("uid=b", "no id"), new RejectedEntry("uid=a", "no id")),
                List.of(new RejectedEntry("uid=reader", "the reader")),
                IdAttribute.UID_NUMBER,
                null);

        SyncPlan plan = plan(directory, local(List.of(), Map.of("jane", new Holder("k-x", "jane", null)), Map.of()));

        assertThat(plan.actions().map(PlannedAction::subject))
                .containsExactly(JANE.dn(), "uid=a", "uid=b", "uid=reader");
        assertThat(only(plan, ActionKind.CONFLICT).reason()).contains("local user 'jane'");
        assertThat(only(plan, ActionKind.SKIPPED)).satisfies(action -> {
            assertThat(action.dn()).isEqualTo("uid=reader");
            assertThat(action.reason()).isEqualTo("the reader");
        });
    }

    @Test
    @DisplayName("counts are of everything, lists end after 200 of a kind")
    void counted() {
        List<DirectoryUser> people = IntStream.range(0, 300)
                .mapToObj(i -> person(String.valueOf(i), "user" + i, null))
                .toList();

        PlanActions actions = new PlanActions(plan(whole(people, group("Staff")), local(List.of())));

        assertThat(actions.counts()).isEqualTo(Map.of(ActionKind.CREATE_GROUP, 1L, ActionKind.CREATE_USER, 300L));
        assertThat(actions.listed()).hasSize(201);
        assertThat(actions.all()).hasSize(301);
    }
}
