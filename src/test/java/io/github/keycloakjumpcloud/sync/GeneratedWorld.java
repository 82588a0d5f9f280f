package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.person;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A directory, and a Keycloak that an earlier state of it left behind. Few names and ids, so that everything happens: renames, swaps, returns,
 * recycled names, groups that come, go and were renamed. The seed decides everything.
 */
final class GeneratedWorld {

    private static final String[] GROUPS = {"Staff", "Admins", "Something (Special)", "Büro, Wien", "a+b"};
    private static final int IDS = 40;
    private static final int WORLDS = 300;

    final Random random;
    final RemovalSettings removal;
    final List<DirectoryUser> people;
    final List<DirectoryGroup> groups;
    final KeycloakModel keycloak;

    GeneratedWorld(long seed) {
        random = new Random(seed);
        removal = new RemovalSettings(
                List.of(RemovedUsers.values()).get(random.nextInt(3)),
                random.nextBoolean() ? 0 : 30,
                random.nextInt(60),
                random.nextInt(4),
                false);
        groups = some(GROUPS).stream().map(Picture::group).toList();
        people = people(random.nextInt(31), groups);
        List<DirectoryGroup> earlierGroups =
                some(GROUPS).stream().map(Picture::group).toList();
        keycloak = keycloak(people(random.nextInt(31), earlierGroups), earlierGroups);
    }

    /** Tries a law in 300 worlds; says in which one it does not hold. */
    static void each(long firstSeed, Consumer<GeneratedWorld> law) {
        for (long seed = firstSeed; seed < firstSeed + WORLDS; seed++) {
            try {
                law.accept(new GeneratedWorld(seed));
            } catch (AssertionError e) {
                throw new AssertionError("in the world of seed " + seed, e);
            }
        }
    }

    SyncPlanner planner() {
        return new SyncPlanner(false, true, false, removal);
    }

    Snapshot whole() {
        return Picture.whole(people, groups.toArray(DirectoryGroup[]::new));
    }

    Snapshot partial() {
        return Picture.partial(people, groups.toArray(DirectoryGroup[]::new));
    }

    /** The same directory in another order. */
    Snapshot shuffled() {
        return Picture.whole(shuffle(people), shuffle(groups).toArray(DirectoryGroup[]::new));
    }

    <T> List<T> shuffle(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The same picture of Keycloak in another order. */
    LocalSnapshot shuffle(LocalSnapshot local) {
        return new LocalSnapshot(
                shuffle(local.users()),
                shuffle(local.groups()),
                local.usernameHolders(),
                local.emailHolders(),
                local.takenGroupNames(),
                local.holdings());
    }

    private List<String> some(String[] names) {
        List<String> chosen = new ArrayList<>();
        for (String name : names) {
            if (random.nextInt(4) > 0) {
                chosen.add(name);
            }
        }
        return chosen;
    }

    /** Unique ids and user names, as in a directory; addresses may be shared. */
    private List<DirectoryUser> people(int count, List<DirectoryGroup> in) {
        Map<String, DirectoryUser> byId = new HashMap<>();
        Set<String> usernames = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String id = String.valueOf(5000 + random.nextInt(IDS));
            String username = "user" + random.nextInt(IDS);
            if (!byId.containsKey(id) && usernames.add(username)) {
                String email = random.nextInt(5) == 0 ? null : "mail" + random.nextInt(IDS) + "@example.com";
                byId.put(
                        id,
                        person(
                                id,
                                username,
                                email,
                                in.stream()
                                        .filter(group -> random.nextBoolean())
                                        .map(DirectoryGroup::name)
                                        .toArray(String[]::new)));
            }
        }
        return List.copyOf(byId.values());
    }

    private KeycloakModel keycloak(List<DirectoryUser> earlier, List<DirectoryGroup> earlierGroups) {
        Set<String> known = new HashSet<>();
        List<LocalGroup> owned = new ArrayList<>();
        Map<String, GroupHoldings> holdings = new HashMap<>();
        for (DirectoryGroup group : earlierGroups) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            LocalGroup local = imported(group.name());
            known.add(group.key());
            String name = random.nextInt(4) == 0 ? group.name().toUpperCase(Locale.ROOT) : group.name();
            owned.add(new LocalGroup(local.keycloakId(), local.key(), name, local.dn()));
            if (random.nextInt(3) == 0) {
                holdings.put(local.keycloakId(), new GroupHoldings(random.nextInt(3), 1, 0, false));
            }
        }
        Map<String, LocalUser> users = new HashMap<>();
        Set<String> emails = new HashSet<>();
        for (DirectoryUser person : earlier) {
            if (person.email() == null || emails.add(person.email())) {
                LocalUser user = local(person, known);
                users.put(user.keycloakId(), user);
            }
        }
        return new KeycloakModel(users, owned, holdings);
    }

    private LocalUser local(DirectoryUser person, Set<String> known) {
        LocalUser user = imported(person);
        Set<String> memberships = new HashSet<>(person.groupKeys());
        memberships.retainAll(known);
        boolean disabledByUs = random.nextInt(6) == 0;
        boolean enabled = disabledByUs ? random.nextInt(6) == 0 : random.nextInt(6) > 0;
        @Nullable
        Instant since = disabledByUs || random.nextInt(6) == 0 ? NOW.minus(Duration.ofDays(random.nextInt(60))) : null;
        return new LocalUser(
                user.keycloakId(),
                user.username(),
                user.email(),
                user.directoryId(),
                user.dn(),
                random.nextInt(4) == 0 ? null : user.fingerprint(),
                enabled,
                since,
                disabledByUs,
                memberships);
    }
}
