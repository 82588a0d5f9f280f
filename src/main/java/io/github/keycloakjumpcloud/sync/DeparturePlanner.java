package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.UserRemoval.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who has left and what becomes of him. Pure. */
final class DeparturePlanner {

    private final RemovalSettings settings;
    private final Instant now;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> unclear;
    private final Set<String> arrivals;
    private final Set<String> usernames = new HashSet<>();

    /** @param arrivals Keycloak ids of users who came while the directory was read: not to be seen there yet is no sign */
    DeparturePlanner(RemovalSettings settings, Instant now, Snapshot directory, Set<String> arrivals) {
        this.settings = settings;
        this.now = now;
        this.arrivals = arrivals;
        // With an id an entry is that person's, whoever had the DN before.
        this.unclear = SyncPlanner.unclear(directory, entry -> entry.id() == null);
        for (DirectoryUser user : directory.users()) {
            ids.add(user.id());
            usernames.add(user.username());
        }
        directory.rejected().stream()
                .map(RejectedEntry::id)
                .filter(Objects::nonNull)
                .forEach(ids::add);
    }

    /** Everybody who has left, also those to whom nothing more is to be done; in a fixed order. */
    List<UserRemoval> plan(Collection<LocalUser> users) {
        return users.stream()
                .filter(this::hasLeft)
                .sorted(Comparator.comparing(LocalUser::username).thenComparing(LocalUser::keycloakId))
                .map(this::removal)
                .toList();
    }

    /** Somebody without an identity is not there only if nobody has his name either: marks can get lost. */
    private boolean hasLeft(LocalUser user) {
        if (arrivals.contains(user.keycloakId())) {
            return false;
        }
        boolean missing =
                user.directoryId() == null ? !usernames.contains(user.username()) : !ids.contains(user.directoryId());
        // Few are missing, so few DNs are parsed.
        return missing && (user.dn() == null || !unclear.contains(DistinguishedName.keyOf(user.dn())));
    }

    private UserRemoval removal(LocalUser user) {
        if (settings.removedUsers() == RemovedUsers.KEEP) {
            return UserRemoval.of(user, user.departed() ? Fate.NOTHING : Fate.NOTE, false);
        }
        if (isOverdue(user)) {
            return UserRemoval.of(user, Fate.DELETE, true);
        }
        if (settings.removedUsers() == RemovedUsers.DELETE) {
            return UserRemoval.of(user, Fate.DELETE, false);
        }
        if (user.enabled()) {
            return UserRemoval.of(user, Fate.DISABLE, false);
        }
        return UserRemoval.of(user, user.departed() ? Fate.NOTHING : Fate.NOTE, false);
    }

    private boolean isOverdue(LocalUser user) {
        @Nullable Instant since = user.departedSince();
        return settings.deleteAfterDays() > 0
                && user.disabledByUs()
                && !user.enabled()
                && since != null
                && since.isBefore(now.minus(Duration.ofDays(settings.deleteAfterDays())));
    }
}
