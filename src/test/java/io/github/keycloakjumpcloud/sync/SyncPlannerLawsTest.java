package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws that hold for every directory and every Keycloak, tried with generated ones. */
class SyncPlannerLawsTest {

    private static SyncPlan plan(GeneratedWorld world) {
        return world.planner()
                .plan(world.whole(), world.keycloak.seenFor(world.people), Scope.EVERYBODY, NOW, Holdback.NOTHING);
    }

    private static Set<String> conflicting(SyncPlan plan) {
        return plan.conflicts().stream().map(RejectedEntry::dn).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("applying the plan gives the directory's state")
    void reachesTheDirectory() {
        GeneratedWorld.each(0, world -> {
            SyncPlan plan = plan(world);

            KeycloakModel after = world.keycloak.after(plan, NOW);

            Set<String> conflicting = conflicting(plan);
            for (DirectoryUser user : world.people) {
                if (!conflicting.contains(user.dn())) {
                    assertThat(after.users().values())
                            .filteredOn(local -> user.id().equals(local.directoryId()))
                            .singleElement()
                            .satisfies(local -> {
                                assertThat(local.username()).isEqualTo(user.username());
                                assertThat(local.email()).isEqualTo(user.email());
                                assertThat(local.groupKeys()).isEqualTo(user.groupKeys());
                                assertThat(local.departed()).isFalse();
                                assertThat(local.disabledByUs()).isFalse();
                            });
                }
            }
            assertThat(after.groups())
                    .filteredOn(group -> !after.holdings().containsKey(group.keycloakId()))
                    .extracting(LocalGroup::name)
                    .isSubsetOf(world.groups.stream().map(DirectoryGroup::name).toList());
            assertThat(after.groups())
                    .extracting(LocalGroup::name)
                    .containsAll(world.groups.stream().map(DirectoryGroup::name).toList());
        });
    }

    @Test
    @DisplayName("who has left is treated as configured, and nobody who is there is disabled or deleted")
    void departures() {
        GeneratedWorld.each(0, world -> {
            KeycloakModel after = world.keycloak.after(plan(world), NOW);
            Set<String> present = world.people.stream().map(DirectoryUser::id).collect(Collectors.toSet());

            for (LocalUser before : world.keycloak.users().values()) {
                Optional<LocalUser> user = Optional.ofNullable(after.users().get(before.keycloakId()));
                if (present.contains(String.valueOf(before.directoryId()))) {
                    assertThat(user).map(LocalUser::enabled).contains(before.enabled() || before.disabledByUs());
                } else if (world.removal.removedUsers() == RemovedUsers.KEEP) {
                    assertThat(user).map(LocalUser::enabled).contains(before.enabled());
                    assertThat(user).map(LocalUser::departed).contains(true);
                } else if (world.removal.removedUsers() == RemovedUsers.DELETE) {
                    assertThat(user).isEmpty();
                } else if (user.isPresent()) {
                    assertThat(user).map(LocalUser::enabled).contains(false);
                    assertThat(user).map(LocalUser::departed).contains(true);
                    assertThat(user).map(LocalUser::disabledByUs).contains(before.enabled() || before.disabledByUs());
                } else {
                    assertThat(before.disabledByUs()).isTrue();
                    assertThat(before.departedSince()).isBefore(NOW.minusSeconds(30 * 86_400L));
                }
            }
        });
    }

    @Test
    @DisplayName("planning again gives nothing")
    void idempotent() {
        GeneratedWorld.each(0, world -> {
            SyncPlan first = plan(world);
            KeycloakModel after = world.keycloak.after(first, NOW);

            SyncPlan again = world.planner()
                    .plan(world.whole(), after.seenFor(world.people), Scope.EVERYBODY, NOW, Holdback.NOTHING);

            // What was in conflict may get through once the others have their names.
            Set<String> conflicting = conflicting(first);
            assertThat(again.newUsers()).allMatch(user -> conflicting.contains(user.dn()));
            assertThat(again.changes())
                    .allMatch(change -> conflicting.contains(change.user().dn()));
            assertThat(again.removals()).allMatch(removal -> removal.yields() && !removal.isGuarded());
            assertThat(again.groups().created()).isEmpty();
            assertThat(again.groups().renamed()).isEmpty();
            assertThat(again.groups().removed()).isEmpty();
        });
    }

    @Test
    @DisplayName("an incomplete picture removes nothing of any kind, and believes no rename")
    void incompleteRemovesNothing() {
        GeneratedWorld.each(0, world -> {
            SyncPlan plan = world.planner()
                    .plan(
                            world.partial(),
                            world.keycloak.seenFor(world.people),
                            Scope.EVERYBODY,
                            NOW,
                            Holdback.NOTHING);

            assertThat(plan.removals()).isEmpty();
            assertThat(plan.groups().removed()).isEmpty();
            assertThat(plan.groups().kept()).isEmpty();
            assertThat(plan.changes())
                    .allMatch(change -> change.leave().isEmpty())
                    .noneMatch(UserChange::isRename);
        });
    }

    @Test
    @DisplayName("the order of the entries does not matter, nor for the id of the plan")
    void orderDoesNotMatter() {
        GeneratedWorld.each(0, world -> {
            LocalSnapshot local = world.keycloak.seenFor(world.people);
            SyncPlan plan = plan(world);

            SyncPlan shuffled = world.planner()
                    .plan(world.shuffled(), world.shuffle(local), Scope.EVERYBODY, NOW, Holdback.NOTHING);

            assertThat(shuffled).isEqualTo(plan);
            assertThat(PlanId.of(Holdback.EVERYTHING.partOf(shuffled)))
                    .isEqualTo(PlanId.of(Holdback.EVERYTHING.partOf(plan)));
        });
    }

    @Test
    @DisplayName("no two users end with the same name or address, and no two groups with the same name")
    void namesStayUnique() {
        GeneratedWorld.each(0, world -> {
            KeycloakModel after = world.keycloak.after(plan(world), NOW);

            assertThat(after.users().values()).extracting(LocalUser::username).doesNotHaveDuplicates();
            assertThat(after.users().values())
                    .filteredOn(user -> user.email() != null)
                    .extracting(LocalUser::email)
                    .doesNotHaveDuplicates();
            assertThat(after.groups()).extracting(LocalGroup::name).doesNotHaveDuplicates();
        });
    }
}
