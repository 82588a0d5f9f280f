package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Crowd.held;
import static io.github.keycloakjumpcloud.sync.Crowd.known;
import static io.github.keycloakjumpcloud.sync.Crowd.people;
import static io.github.keycloakjumpcloud.sync.Crowd.plan;
import static io.github.keycloakjumpcloud.sync.Crowd.review;
import static io.github.keycloakjumpcloud.sync.Picture.JANE;
import static io.github.keycloakjumpcloud.sync.Picture.JOHN;
import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.keys;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.planner;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pictures that look whole and are not to be believed at once. */
class DoubtfulPictureTest {

    private static final DirectoryUser NEW_JANE = person(JANE.id(), "somebody.else", null);

    @Test
    @DisplayName("a rename under changed settings waits: the id may be another person's there")
    void renameUnderOtherSettings() {
        LocalSnapshot local = local(List.of(imported(JANE), imported(JOHN)));
        SyncPlan plan = Picture.plan(whole(List.of(NEW_JANE, JOHN)), local);
        assertThat(review(plan, "same", null)).isEqualTo(new GuardVerdict.Clear());

        GuardVerdict.Held held = held(review(plan, "other", null));

        SyncPlan waiting = held.holdback().partOf(plan);
        assertThat(waiting.changes()).singleElement().satisfies(change -> assertThat(change.isRename())
                .isTrue());
        assertThat(review(plan, "other", held.planId())).isEqualTo(new GuardVerdict.Approved(held.planId()));
        SyncPlan through = planner(RemovedUsers.DISABLE, 0)
                .plan(whole(List.of(NEW_JANE, JOHN)), local, Scope.EVERYBODY, NOW, held.holdback());
        // Not even the DN follows: the stranger's password would open the account.
        assertThat(through.changes()).isEmpty();
        assertThat(through.removals()).isEmpty();
        assertThat(through.conflicts()).singleElement().satisfies(conflict -> assertThat(conflict.reason())
                .contains("renamed '" + JANE.username() + "'", "approval"));
    }

    @Test
    @DisplayName("an approval of one new name is none of another")
    void otherName() {
        LocalSnapshot local = local(List.of(imported(JANE)));
        GuardVerdict.Held held = held(review(Picture.plan(whole(List.of(NEW_JANE)), local), "other", null));

        SyncPlan third = Picture.plan(whole(List.of(person(JANE.id(), "third", null))), local);

        assertThat(held(review(third, "other", held.planId())).planId()).isNotEqualTo(held.planId());
    }

    @Test
    @DisplayName("whoever came while the directory was read has not left")
    void arrival() {
        List<LocalUser> users = List.of(imported(JANE), imported(JOHN));
        Set<String> arrivals = Set.of(imported(JANE).keycloakId());
        LocalSnapshot local = new LocalSnapshot(users, List.of(), Map.of(), Map.of(), Set.of(), Map.of(), arrivals);

        assertThat(Picture.plan(whole(List.of()), local).removals())
                .extracting(removal -> removal.user().username())
                .containsExactly(JOHN.username());
    }

    @Test
    @DisplayName("an entry that cannot be taken keeps nobody whose id it does not have, even at his DN")
    void sameDnOtherId() {
        Snapshot directory = new Snapshot(
                List.of(JOHN),
                List.of(),
                List.of(new RejectedEntry(JANE.dn(), "two have its id", "5077")),
                List.of(),
                IdAttribute.UID_NUMBER,
                null);

        assertThat(Picture.plan(directory, local(List.of(imported(JANE), imported(JOHN))))
                        .removals())
                .extracting(removal -> removal.user().username())
                .containsExactly(JANE.username());
    }

    @Test
    @DisplayName("small groups that lose few members each are held where they lose many together")
    void manySmallGroups() {
        List<LocalUser> known = new ArrayList<>();
        String[] groups = new String[10];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = "Small " + i;
            known.addAll(known(2 * i, 2 * i + 2, groups[i]));
        }

        GuardVerdict.Held held = held(review(plan(people(0, 20), known, groups)));

        assertThat(held.holdback()).isEqualTo(Holdback.ofGroups(keys(groups)));
        assertThat(held.reason()).contains("20 of 20 memberships");
    }

    @Test
    @DisplayName("all groups never go at once without an approval, a single one may")
    void allGroups() {
        assertThat(held(review(Crowd.planner()
                                .plan(
                                        whole(people(0, 20)),
                                        local(known(0, 1, "A", "B"), imported("A"), imported("B")),
                                        Scope.EVERYBODY,
                                        NOW)))
                        .reason())
                .isEqualTo("all 2 imported groups would go");
        assertThat(review(Crowd.planner()
                        .plan(whole(people(0, 20)), local(known(0, 1, "A"), imported("A")), Scope.EVERYBODY, NOW)))
                .isEqualTo(new GuardVerdict.Clear());
    }

    @Test
    @DisplayName("a look at one person gives no group another name")
    void oneLook() {
        DirectoryGroup renamed =
                new DirectoryGroup(group("Staff").key(), group("Staff").dn(), "Everybody");
        LocalSnapshot local = local(List.of(imported(JANE, "Staff")), imported("Staff"));

        assertThat(planner(RemovedUsers.DISABLE, 0)
                        .plan(whole(List.of(JANE), renamed), local, Scope.THESE_USERS, NOW)
                        .groups()
                        .renamed())
                .isEmpty();
        assertThat(Picture.plan(whole(List.of(JANE), renamed), local).groups().renamed())
                .hasSize(1);
    }
}
