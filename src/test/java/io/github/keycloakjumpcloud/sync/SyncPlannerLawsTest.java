package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.partial;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every directory and every Keycloak, tried with generated ones. */
class SyncPlannerLawsTest {

    private static final String[] GROUPS = {"Staff", "Admins", "Something (Special)", "Büro, Wien", "a+b"};
    private static final SyncPlanner PLANNER = new SyncPlanner(false, true, false);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("applying the plan gives the directory's state, and planning again gives nothing")
    void idempotent(long seed) {
        Random random = new Random(seed);
        List<DirectoryUser> people = people(random, 30);
        LocalSnapshot before = keycloak(random, people(random, 30));

        SyncPlan plan = plan(whole(people, groups()), before, people);
        LocalSnapshot after = apply(plan, before);
        SyncPlan again = plan(whole(people, groups()), after, people);

        Set<String> conflicting = new HashSet<>();
        plan.conflicts().forEach(conflict -> conflicting.add(conflict.dn()));
        for (DirectoryUser user : people) {
            if (!conflicting.contains(user.dn())) {
                assertThat(after.users())
                        .filteredOn(local -> user.id().equals(local.directoryId()))
                        .singleElement()
                        .satisfies(local -> {
                            assertThat(local.username()).isEqualTo(user.username());
                            assertThat(local.email()).isEqualTo(user.email());
                            assertThat(local.groupKeys()).isEqualTo(user.groupKeys());
                        });
            }
        }
        assertThat(again.newGroups()).isEmpty();
        assertThat(again.changes())
                .allMatch(change -> conflicting.contains(change.user().dn()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("an incomplete picture ends no membership and lets nobody depart")
    void incompleteRemovesNothing(long seed) {
        Random random = new Random(seed);
        List<DirectoryUser> people = people(random, 20);
        LocalSnapshot before = keycloak(random, people(random, 40));

        SyncPlan plan = plan(partial(people, groups()), before, people);

        assertThat(plan.departed()).isEmpty();
        assertThat(plan.departedGroups()).isEmpty();
        assertThat(plan.changes()).allMatch(change -> change.leave().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("the order of the entries does not matter")
    void orderDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<DirectoryUser> people = people(random, 30);
        LocalSnapshot before = keycloak(random, people(random, 30));
        List<DirectoryUser> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);

        assertThat(plan(whole(shuffled, groups()), before, people))
                .isEqualTo(plan(whole(people, groups()), before, people));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("no two users end with the same name or address")
    void namesStayUnique(long seed) {
        Random random = new Random(seed);
        List<DirectoryUser> people = people(random, 30);
        LocalSnapshot before = keycloak(random, people(random, 30));

        LocalSnapshot after = apply(plan(whole(people, groups()), before, people), before);

        assertThat(after.users()).extracting(LocalUser::username).doesNotHaveDuplicates();
        assertThat(after.users())
                .filteredOn(user -> user.email() != null)
                .extracting(LocalUser::email)
                .doesNotHaveDuplicates();
    }

    private static SyncPlan plan(Snapshot directory, LocalSnapshot local, List<DirectoryUser> wanted) {
        return PLANNER.plan(directory, withHolders(local, wanted), Scope.EVERYBODY);
    }

    /** Few names and ids, so that they collide; unique ids and user names, as in a directory. */
    private static List<DirectoryUser> people(Random random, int most) {
        Map<String, DirectoryUser> byId = new HashMap<>();
        Set<String> usernames = new HashSet<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            String id = String.valueOf(5000 + random.nextInt(40));
            String username = "user" + random.nextInt(40);
            if (!byId.containsKey(id) && usernames.add(username)) {
                String email = random.nextInt(5) == 0 ? null : "mail" + random.nextInt(40) + "@example.com";
                Set<String> memberships = new HashSet<>();
                for (String group : GROUPS) {
                    if (random.nextBoolean()) {
                        memberships.add(group);
                    }
                }
                byId.put(id, person(id, username, email, memberships.toArray(String[]::new)));
            }
        }
        return List.copyOf(byId.values());
    }

    private static DirectoryGroup[] groups() {
        DirectoryGroup[] groups = new DirectoryGroup[GROUPS.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = group(GROUPS[i]);
        }
        return groups;
    }

    /** A Keycloak that an earlier state of the directory left behind, where each address is held once. */
    private static LocalSnapshot keycloak(Random random, List<DirectoryUser> earlier) {
        List<LocalUser> users = new ArrayList<>();
        Set<String> emails = new HashSet<>();
        for (DirectoryUser person : earlier) {
            if (person.email() == null || emails.add(person.email())) {
                LocalUser user = imported(person);
                users.add(new LocalUser(
                        user.keycloakId(),
                        user.username(),
                        user.email(),
                        user.directoryId(),
                        user.dn(),
                        random.nextInt(4) == 0 ? null : user.fingerprint(),
                        false,
                        person.groupKeys()));
            }
        }
        LocalGroup[] known = random.nextBoolean()
                ? new LocalGroup[0]
                : Arrays.stream(GROUPS).map(Picture::imported).toArray(LocalGroup[]::new);
        return known.length == 0
                ? local(users.stream()
                        .map(user -> new LocalUser(
                                user.keycloakId(),
                                user.username(),
                                user.email(),
                                user.directoryId(),
                                user.dn(),
                                user.fingerprint(),
                                false,
                                Set.of()))
                        .toList())
                : local(users, known);
    }

    /** What the store would tell: who holds the names that somebody else wants. */
    private static LocalSnapshot withHolders(LocalSnapshot local, List<DirectoryUser> wanted) {
        Map<String, Holder> usernames = new HashMap<>();
        Map<String, Holder> emails = new HashMap<>();
        for (LocalUser user : local.users()) {
            Holder holder = new Holder(user.keycloakId(), user.username(), "component");
            for (DirectoryUser person : wanted) {
                boolean same = person.id().equals(user.directoryId());
                if (!same && person.username().equals(user.username())) {
                    usernames.put(user.username(), holder);
                }
                if (!same && person.email() != null && person.email().equals(user.email())) {
                    emails.put(person.email(), holder);
                }
            }
        }
        return new LocalSnapshot(local.users(), local.groups(), usernames, emails, local.takenGroupNames());
    }

    private static LocalSnapshot apply(SyncPlan plan, LocalSnapshot before) {
        Map<String, LocalUser> users = new HashMap<>();
        before.users().forEach(user -> users.put(user.keycloakId(), user));
        for (UserChange change : plan.changes()) {
            LocalUser old = change.local();
            Set<String> memberships = new HashSet<>(old.groupKeys());
            memberships.addAll(change.join());
            memberships.removeAll(change.leave());
            LocalUser profile = change.profile() ? imported(change.user()) : old;
            users.put(
                    old.keycloakId(),
                    new LocalUser(
                            old.keycloakId(),
                            profile.username(),
                            profile.email(),
                            old.directoryId(),
                            profile.dn(),
                            profile.fingerprint(),
                            false,
                            memberships));
        }
        for (DirectoryUser created : plan.newUsers()) {
            LocalUser user = imported(created);
            users.put(
                    user.keycloakId(),
                    new LocalUser(
                            user.keycloakId(),
                            user.username(),
                            user.email(),
                            user.directoryId(),
                            user.dn(),
                            user.fingerprint(),
                            false,
                            created.groupKeys()));
        }
        List<LocalGroup> groups = new ArrayList<>(before.groups());
        plan.newGroups().forEach(group -> groups.add(imported(group.name())));
        return local(List.copyOf(users.values()), groups.toArray(LocalGroup[]::new));
    }
}
