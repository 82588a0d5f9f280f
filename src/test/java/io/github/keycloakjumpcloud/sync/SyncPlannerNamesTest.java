package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.JOHN;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.partial;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** User names, addresses and group names that somebody else has, or had until this run. */
class SyncPlannerNamesTest {

    @Nested
    class Conflicts {

        @Test
        @DisplayName("a user name of a local user is reported and not taken")
        void localUsername() {
            SyncPlan plan = plan(
                    whole(List.of(JANE)),
                    local(List.of(), Map.of("jane", new Holder("k-local", "jane", null)), Map.of()));

            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.dn()).isEqualTo(JANE.dn());
                assertThat(conflict.reason()).contains("user name", "local user 'jane'");
            });
        }

        @Test
        @DisplayName("an address of a local user is reported by the user's name, not by the address")
        void localEmail() {
            SyncPlan plan = plan(
                    whole(List.of(JANE)),
                    local(List.of(), Map.of(), Map.of("jane@example.com", new Holder("k-boss", "boss", null))));

            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("'boss'")
                    .doesNotContain("@example.com"));
        }

        @Test
        @DisplayName("an address that two people share goes to the one who has it already")
        void sharedEmail() {
            DirectoryUser rival = person("4000", "rival", "jane@example.com");

            SyncPlan plan = plan(whole(List.of(rival, JANE)), local(List.of(imported(JANE))));

            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.dn())
                    .isEqualTo(rival.dn()));
            assertThat(plan.conflicts().get(0).reason())
                    .isEqualTo("its e-mail address is also that of JumpCloud user 'jane'; make it unique in JumpCloud");
        }

        @Test
        @DisplayName("what two people want that nobody has goes to the one whom Keycloak knows")
        void knownFirst() {
            DirectoryUser newcomer = person("4000", "rival", "new@example.com");
            DirectoryUser known = person("5001", "jane", "new@example.com");

            SyncPlan plan = plan(whole(List.of(newcomer, known)), local(List.of(imported(JANE))));

            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.user())
                    .isEqualTo(known));
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.dn())
                    .isEqualTo(newcomer.dn()));
        }

        @Test
        @DisplayName("where the realm allows duplicate addresses, both people have it")
        void duplicatesAllowed() {
            DirectoryUser rival = person("4000", "rival", "jane@example.com");

            SyncPlan plan = new SyncPlanner(false, true, true, RemovalSettings.DEFAULT)
                    .plan(whole(List.of(rival, JANE)), local(List.of(imported(JANE))), Scope.EVERYBODY, NOW);

            assertThat(plan.newUsers()).containsExactly(rival);
            assertThat(plan.conflicts()).isEmpty();
        }

        @Test
        @DisplayName("a group whose name Keycloak uses already is not merged into it")
        void groupName() {
            LocalSnapshot keycloak =
                    new LocalSnapshot(List.of(), List.of(), Map.of(), Map.of(), Set.of("Staff"), Map.of());

            SyncPlan plan = plan(whole(List.of(JANE), group("Staff")), keycloak);

            assertThat(plan.groups().created()).isEmpty();
            assertThat(plan.newUsers()).containsExactly(JANE);
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("'Staff'"));
        }
    }

    @Nested
    @DisplayName("names that move within one run")
    class MovingNames {

        @Test
        @DisplayName("an address that one user has lost is free for another")
        void emailLost() {
            DirectoryUser lost = person("5001", "jane", null);
            DirectoryUser takes = person("5002", "john", "jane@example.com");

            SyncPlan plan = plan(
                    whole(List.of(lost, takes)),
                    local(
                            List.of(imported(JANE), imported(JOHN)),
                            Map.of(),
                            Map.of("jane@example.com", new Holder("k-5001", "jane", "c"))));

            assertThat(plan.conflicts()).isEmpty();
            assertThat(plan.changes()).hasSize(2);
        }

        @Test
        @DisplayName("a rename is not believed from an incomplete picture")
        void renameFromPartial() {
            SyncPlan plan = plan(
                    partial(List.of(person("5001", "jane.doe", "jane@example.com"))), local(List.of(imported(JANE))));

            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.isRename()).isFalse();
                assertThat(change.user().dn()).isNotEqualTo(JANE.dn());
            });
            assertThat(plan.conflicts()).hasSize(1);
        }

        @Test
        @DisplayName("a name is not passed on from an incomplete picture, and who keeps his is no conflict")
        void nothingPassesFromPartial() {
            DirectoryUser renamed = person("5001", "jane.doe", "jane@example.com");
            DirectoryUser newcomer = person("6001", "jane", null);

            SyncPlan plan = plan(
                    partial(List.of(renamed, newcomer, JOHN)),
                    local(
                            List.of(imported(JANE), imported(JOHN)),
                            Map.of("jane", new Holder("k-5001", "jane", "c")),
                            Map.of()));

            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts())
                    .extracting(entry -> entry.dn())
                    .containsExactlyInAnyOrder(renamed.dn(), newcomer.dn());
        }

        @Test
        @DisplayName("of two users with one identity it is always the same who counts")
        void twins() {
            LocalUser one = imported(JANE);
            LocalUser other = new LocalUser("k-0", "twin", null, "5001", JANE.dn(), null, true, null, false, Set.of());

            assertThat(plan(whole(List.of(JANE)), local(List.of(one, other)))
                            .changes()
                            .get(0)
                            .local())
                    .isEqualTo(other);
            assertThat(plan(whole(List.of(JANE)), local(List.of(other, one)))
                            .changes()
                            .get(0)
                            .local())
                    .isEqualTo(other);
        }

        @Test
        @DisplayName("an address passes from one user to another")
        void emailMoves() {
            DirectoryUser gives = person("5001", "jane", "jane.new@example.com");
            DirectoryUser takes = person("5002", "john", "jane@example.com");

            SyncPlan plan = plan(
                    whole(List.of(takes, gives)),
                    local(
                            List.of(imported(JANE), imported(JOHN)),
                            Map.of(),
                            Map.of("jane@example.com", new Holder("k-5001", "jane", "c"))));

            assertThat(plan.conflicts()).isEmpty();
            assertThat(plan.changes())
                    .filteredOn(UserChange::release)
                    .extracting(change -> change.user().username())
                    .containsExactly("jane");
            assertThat(plan.changes()).hasSize(2);
        }

        @Test
        @DisplayName("two users swap their names")
        void swap() {
            SyncPlan plan = plan(
                    whole(List.of(
                            person("5001", "john", "jane@example.com"), person("5002", "jane", "john@example.com"))),
                    local(
                            List.of(imported(JANE), imported(JOHN)),
                            Map.of(
                                    "john",
                                    new Holder("k-5002", "john", "c"),
                                    "jane",
                                    new Holder("k-5001", "jane", "c")),
                            Map.of()));

            assertThat(plan.conflicts()).isEmpty();
            assertThat(plan.changes()).hasSize(2).allMatch(UserChange::release);
        }

        @Test
        @DisplayName("a user who cannot move on keeps the name, and the next one is told")
        void blockedChain() {
            DirectoryUser blocked = person("5001", "root", "jane@example.com");
            DirectoryUser next = person("5002", "jane", "john@example.com");

            SyncPlan plan = plan(
                    whole(List.of(next, blocked)),
                    local(
                            List.of(imported(JANE), imported(JOHN)),
                            Map.of(
                                    "root",
                                    new Holder("k-root", "root", null),
                                    "jane",
                                    new Holder("k-5001", "jane", "c")),
                            Map.of()));

            assertThat(plan.changes()).noneMatch(UserChange::isRename).noneMatch(UserChange::release);
            assertThat(plan.conflicts())
                    .extracting(entry -> entry.dn())
                    .containsExactlyInAnyOrder(blocked.dn(), next.dn());
            assertThat(plan.conflicts())
                    .filteredOn(entry -> entry.dn().equals(next.dn()))
                    .allSatisfy(entry -> assertThat(entry.reason()).contains("another JumpCloud user, 'jane'"));
        }
    }
}
