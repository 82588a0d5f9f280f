package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.JOHN;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.disabled;
import static io.github.keycloakjumpcloud.sync.Picture.disabledByAdministrator;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.left;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.partial;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.plan;
import static io.github.keycloakjumpcloud.sync.Picture.planner;
import static io.github.keycloakjumpcloud.sync.Picture.state;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import io.github.keycloakjumpcloud.sync.UserRemoval.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who has left, what becomes of him, and what happens when he comes back or somebody else comes under his name. */
class SyncPlannerDeparturesTest {

    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));
    private static final LocalUser FORMER = imported(JANE);

    private static SyncPlan planWithout(LocalUser user, RemovedUsers fate, int days) {
        return planner(fate, days)
                .plan(whole(List.of(JOHN)), local(List.of(user, imported(JOHN))), Scope.EVERYBODY, NOW);
    }

    private static List<Fate> fates(LocalUser user, RemovedUsers fate, int days) {
        return planWithout(user, fate, days).removals().stream()
                .map(UserRemoval::fate)
                .toList();
    }

    @Test
    @DisplayName("disable: once, and again for somebody whom an administrator enabled meanwhile")
    void disable() {
        assertThat(fates(FORMER, RemovedUsers.DISABLE, 0)).containsExactly(Fate.DISABLE);
        assertThat(fates(disabled(FORMER, NOW), RemovedUsers.DISABLE, 0)).isEmpty();
        assertThat(fates(state(FORMER, true, NOW, true), RemovedUsers.DISABLE, 0))
                .containsExactly(Fate.DISABLE);
        assertThat(fates(left(FORMER, NOW), RemovedUsers.DISABLE, 0)).containsExactly(Fate.DISABLE);
    }

    @Test
    @DisplayName("somebody whom an administrator disabled is only noted, once")
    void disabledByAdmin() {
        LocalUser off = disabledByAdministrator(FORMER);

        assertThat(fates(off, RemovedUsers.DISABLE, 0)).containsExactly(Fate.NOTE);
        assertThat(fates(left(off, LONG_AGO), RemovedUsers.DISABLE, 30)).isEmpty();
    }

    @Test
    @DisplayName("delete: at once, whoever disabled him")
    void delete() {
        assertThat(fates(FORMER, RemovedUsers.DELETE, 0)).containsExactly(Fate.DELETE);
        assertThat(fates(disabled(FORMER, NOW), RemovedUsers.DELETE, 0)).containsExactly(Fate.DELETE);
        assertThat(fates(disabledByAdministrator(FORMER), RemovedUsers.DELETE, 0))
                .containsExactly(Fate.DELETE);
    }

    @Test
    @DisplayName("keep: noted once, and nothing more, even of those whom an earlier setting disabled")
    void keep() {
        assertThat(fates(FORMER, RemovedUsers.KEEP, 0)).containsExactly(Fate.NOTE);
        assertThat(fates(left(FORMER, NOW), RemovedUsers.KEEP, 0)).isEmpty();
        assertThat(fates(disabled(FORMER, LONG_AGO), RemovedUsers.KEEP, 30)).isEmpty();
    }

    @Test
    @DisplayName("delete after days: only whom we disabled, who still is, and only after so many days")
    void deleteAfterDays() {
        assertThat(planWithout(disabled(FORMER, LONG_AGO), RemovedUsers.DISABLE, 30)
                        .removals())
                .singleElement()
                .satisfies(removal -> {
                    assertThat(removal.fate()).isEqualTo(Fate.DELETE);
                    assertThat(removal.overdue()).isTrue();
                });
        assertThat(fates(disabled(FORMER, NOW.minus(Duration.ofDays(30))), RemovedUsers.DISABLE, 30))
                .isEmpty();
        assertThat(fates(disabled(FORMER, LONG_AGO), RemovedUsers.DISABLE, 0)).isEmpty();
        assertThat(fates(state(FORMER, true, LONG_AGO, true), RemovedUsers.DISABLE, 30))
                .containsExactly(Fate.DISABLE);
        assertThat(fates(state(FORMER, false, null, true), RemovedUsers.DISABLE, 30))
                .containsExactly(Fate.NOTE);
        assertThat(fates(disabled(FORMER, Instant.MAX), RemovedUsers.DISABLE, 30))
                .isEmpty();
    }

    @Test
    @DisplayName("somebody who lost the mark of his identity has left only if nobody has his name")
    void withoutIdentity() {
        LocalUser unmarked = new LocalUser("k-1", "jane", null, null, null, null, true, null, false, Set.of());

        assertThat(plan(whole(List.of(JANE)), local(List.of(unmarked))).removals())
                .isEmpty();
        assertThat(fates(unmarked, RemovedUsers.DISABLE, 0)).containsExactly(Fate.DISABLE);
    }

    @Nested
    class Returns {

        @Test
        @DisplayName("enable whom we disabled, and bring the directory's name back")
        void enabled() {
            LocalUser away = new LocalUser(
                    "k-5001",
                    "jane-left-k-5001",
                    null,
                    "5001",
                    JANE.dn(),
                    FORMER.fingerprint(),
                    false,
                    NOW,
                    true,
                    FORMER.groupKeys());

            SyncPlan plan = plan(whole(List.of(JANE)), local(List.of(away)));

            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.isEnabling()).isTrue();
                assertThat(change.isRename()).isTrue();
            });
            assertThat(plan.removals()).isEmpty();
            assertThat(plan.census().users()).isZero();
        }

        @Test
        @DisplayName("do not enable whom an administrator disabled")
        void stays() {
            LocalUser off = left(disabledByAdministrator(FORMER), NOW);

            assertThat(plan(whole(List.of(JANE)), local(List.of(off))).changes())
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.profile()).isTrue();
                        assertThat(change.isEnabling()).isFalse();
                    });
        }

        @Test
        @DisplayName("clear the mark of somebody whom an administrator enabled again")
        void markCleared() {
            LocalUser on = state(FORMER, true, null, true);

            assertThat(plan(whole(List.of(JANE)), local(List.of(on))).changes())
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.profile()).isTrue();
                        assertThat(change.isEnabling()).isFalse();
                    });
        }

        @Test
        @DisplayName("under another name are not believed from an incomplete picture")
        void incomplete() {
            DirectoryUser renamed = person("5001", "jane.doe", "jane@example.com");

            SyncPlan plan = plan(partial(List.of(renamed)), local(List.of(disabled(FORMER, NOW))));

            assertThat(plan.changes()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("'jane'", "not believed"));
        }
    }

    @Nested
    @DisplayName("somebody new under the name of one who has left")
    class RecycledNames {

        private final DirectoryUser newcomer = person("6001", "jane", "jane@example.com");
        private final Map<String, Holder> name = Map.of("jane", new Holder("k-5001", "jane", "c"));
        private final Map<String, Holder> email = Map.of("jane@example.com", new Holder("k-5001", "jane", "c"));

        @Test
        @DisplayName("gets the name and the address, and the former user keeps everything else")
        void nameGoes() {
            SyncPlan plan = plan(whole(List.of(newcomer)), local(List.of(FORMER), name, email));

            assertThat(plan.newUsers()).containsExactly(newcomer);
            assertThat(plan.conflicts()).isEmpty();
            assertThat(plan.removals())
                    .containsExactly(new UserRemoval(FORMER, Fate.DISABLE, false, true, "jane-left-k-5001"));
        }

        @Test
        @DisplayName("gets them from one who left earlier, too, which is no removal")
        void fromEarlierLeaver() {
            LocalUser away = disabled(FORMER, NOW);

            SyncPlan plan = plan(whole(List.of(newcomer)), local(List.of(away), name, Map.of()));

            assertThat(plan.newUsers()).containsExactly(newcomer);
            assertThat(plan.removals()).singleElement().satisfies(removal -> {
                assertThat(removal.isGuarded()).isFalse();
                assertThat(removal.username()).isEqualTo("jane-left-k-5001");
            });
        }

        @Test
        @DisplayName("gets them from one who left earlier even while removals wait")
        void fromEarlierLeaverWhileHeld() {
            SyncPlan plan = planner(RemovedUsers.DISABLE, 0)
                    .plan(
                            whole(List.of(newcomer)),
                            local(List.of(disabled(FORMER, NOW)), name, Map.of()),
                            Scope.EVERYBODY,
                            NOW,
                            Holdback.EVERYTHING);

            assertThat(plan.newUsers()).containsExactly(newcomer);
            assertThat(plan.removals()).singleElement().matches(UserRemoval::yields);
        }

        @Test
        @DisplayName("may want the address only: then the name stays")
        void addressOnly() {
            DirectoryUser other = person("6001", "janet", "jane@example.com");

            SyncPlan plan = plan(whole(List.of(other)), local(List.of(FORMER), Map.of(), email));

            assertThat(plan.newUsers()).containsExactly(other);
            assertThat(plan.removals()).containsExactly(new UserRemoval(FORMER, Fate.DISABLE, false, true, "jane"));
        }

        @Test
        @DisplayName("may be somebody whom Keycloak knows under another name")
        void knownTaker() {
            DirectoryUser john = person("5002", "jane", "john@example.com");

            SyncPlan plan = plan(whole(List.of(john)), local(List.of(FORMER, imported(JOHN)), name, Map.of()));

            assertThat(plan.changes()).singleElement().satisfies(change -> {
                assertThat(change.isRename()).isTrue();
                assertThat(change.release()).isFalse();
            });
            assertThat(plan.removals()).singleElement().matches(UserRemoval::yields);
        }

        @Test
        @DisplayName("is a conflict as long as the removal waits, and the former user is left wholly as he is")
        void held() {
            SyncPlan plan = planner(RemovedUsers.DISABLE, 0)
                    .plan(
                            whole(List.of(newcomer)),
                            local(List.of(FORMER), name, email),
                            Scope.EVERYBODY,
                            NOW,
                            Holdback.EVERYTHING);

            assertThat(plan.removals()).isEmpty();
            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                    .contains("'jane'", "left JumpCloud"));
        }

        @Test
        @DisplayName("gets nothing on the strength of an incomplete picture")
        void incomplete() {
            SyncPlan plan = plan(partial(List.of(newcomer)), local(List.of(FORMER), name, email));

            assertThat(plan.removals()).isEmpty();
            assertThat(plan.newUsers()).isEmpty();
            assertThat(plan.conflicts()).hasSize(1);
        }
    }
}
