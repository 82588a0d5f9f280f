package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.imported;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Keycloak without a database: what carrying out a plan makes of users and groups. */
record KeycloakModel(Map<String, LocalUser> users, List<LocalGroup> groups, Map<String, GroupHoldings> holdings) {

    /** What the store would tell: who holds the names that somebody else wants. */
    LocalSnapshot seenFor(Collection<DirectoryUser> wanted) {
        Map<String, DirectoryUser> byId = wanted.stream().collect(Collectors.toMap(DirectoryUser::id, user -> user));
        Set<String> usernames = wanted.stream().map(DirectoryUser::username).collect(Collectors.toSet());
        Set<@Nullable String> emails = wanted.stream().map(DirectoryUser::email).collect(Collectors.toSet());
        Map<String, Holder> usernameHolders = new HashMap<>();
        Map<String, Holder> emailHolders = new HashMap<>();
        for (LocalUser user : users.values()) {
            Holder holder = new Holder(user.keycloakId(), user.username(), "component");
            DirectoryUser person = byId.get(String.valueOf(user.directoryId()));
            if (usernames.contains(user.username())
                    && (person == null || !person.username().equals(user.username()))) {
                usernameHolders.put(user.username(), holder);
            }
            String email = user.email();
            if (email != null && emails.contains(email)) {
                emailHolders.put(email, holder);
            }
        }
        return new LocalSnapshot(
                List.copyOf(users.values()), groups, usernameHolders, emailHolders, Set.of(), holdings);
    }

    KeycloakModel after(SyncPlan plan, Instant now) {
        Map<String, LocalUser> after = new HashMap<>(users);
        plan.removals().forEach(removal -> remove(after, removal, now));
        plan.changes().forEach(change -> after.put(change.local().keycloakId(), changed(change)));
        for (DirectoryUser created : plan.newUsers()) {
            LocalUser user = imported(created);
            after.put(user.keycloakId(), with(user, user, true, null, false, known(created.groupKeys(), plan)));
        }
        List<LocalGroup> left = new ArrayList<>(groups);
        plan.groups().renamed().forEach(rename -> {
            LocalGroup group = rename.group();
            left.remove(group);
            left.add(new LocalGroup(group.keycloakId(), group.key(), rename.name(), group.dn()));
        });
        plan.groups().created().forEach(group -> left.add(imported(group.name())));
        left.removeAll(plan.groups().removed());
        return new KeycloakModel(after, left, holdings);
    }

    private static void remove(Map<String, LocalUser> after, UserRemoval removal, Instant now) {
        LocalUser user = removal.user();
        LocalUser left =
                switch (removal.fate()) {
                    case DISABLE -> Picture.disabled(user, now);
                    case NOTE -> Picture.left(user, now);
                    case NOTHING, DELETE -> user;
                };
        if (removal.fate() == UserRemoval.Fate.DELETE) {
            after.remove(user.keycloakId());
            return;
        }
        after.put(
                user.keycloakId(),
                new LocalUser(
                        left.keycloakId(),
                        removal.username(),
                        removal.yields() ? null : left.email(),
                        left.directoryId(),
                        left.dn(),
                        left.fingerprint(),
                        left.enabled(),
                        left.departedSince(),
                        left.disabledByUs(),
                        left.groupKeys()));
    }

    private static LocalUser changed(UserChange change) {
        LocalUser old = change.local();
        Set<String> memberships = new HashSet<>(old.groupKeys());
        memberships.addAll(change.join());
        memberships.removeAll(change.leave());
        if (!change.profile()) {
            return with(old, old, old.enabled(), old.departedSince(), old.disabledByUs(), memberships);
        }
        return with(old, imported(change.user()), old.enabled() || change.isEnabling(), null, false, memberships);
    }

    private static LocalUser with(
            LocalUser who,
            LocalUser profile,
            boolean enabled,
            @Nullable Instant departedSince,
            boolean disabledByUs,
            Set<String> memberships) {
        return new LocalUser(
                who.keycloakId(),
                profile.username(),
                profile.email(),
                who.directoryId(),
                profile.dn(),
                profile.fingerprint(),
                enabled,
                departedSince,
                disabledByUs,
                memberships);
    }

    private Set<String> known(Set<String> keys, SyncPlan plan) {
        Set<String> known = new HashSet<>();
        groups.forEach(group -> known.add(group.key()));
        plan.groups().created().forEach(group -> known.add(group.key()));
        known.retainAll(keys);
        return known;
    }
}
