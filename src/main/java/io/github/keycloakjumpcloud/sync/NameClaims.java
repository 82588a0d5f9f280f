package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets which user name and e-mail address. Whoever holds a name keeps it, unless the same plan gives him another; two who want
 * the same new name cannot both have it. A name held by a user of somebody else is never taken; one who has left gives his up.
 */
final class NameClaims {

    private final List<Candidate> candidates;
    private final LocalSnapshot local;
    private final boolean duplicateEmails;
    private final Set<String> leavers;
    private final Map<String, Candidate> byKeycloakId = new HashMap<>();
    private final Map<String, String> conflicts = new HashMap<>();
    private Set<String> releases = new HashSet<>();
    private Map<String, Set<Name>> yields = new HashMap<>();

    /** What somebody can hold and another want. */
    enum Name {
        USERNAME("user name"),
        EMAIL("e-mail address");

        private final String text;

        Name(String text) {
            this.text = text;
        }
    }

    /**
     * @param candidates in the order in which they are served where two want the same name
     * @param duplicateEmails whether the realm allows two users with one address
     * @param leavers Keycloak ids of users who have left and may be asked for their names
     */
    NameClaims(List<Candidate> candidates, LocalSnapshot local, boolean duplicateEmails, Set<String> leavers) {
        this.candidates = candidates;
        this.local = local;
        this.duplicateEmails = duplicateEmails;
        this.leavers = leavers;
        if (candidates.stream().allMatch(Candidate::keepsNames)) {
            return;
        }
        for (Candidate candidate : candidates) {
            if (candidate.local() != null) {
                byKeycloakId.put(candidate.local().keycloakId(), candidate);
            }
        }
        // A conflict means that somebody keeps a name after all, which may be the next one's conflict.
        int before;
        do {
            before = conflicts.size();
            settle();
        } while (conflicts.size() > before);
    }

    /** Why this user cannot be written, by directory id. */
    Map<String, String> conflicts() {
        return conflicts;
    }

    /** Keycloak ids of users who must give up their names before the others are written. */
    Set<String> releases() {
        return releases;
    }

    /** By Keycloak id, what users who have left must give up before the others are written. */
    Map<String, Set<Name>> yields() {
        return yields;
    }

    private void settle() {
        Map<String, String> usernames = new HashMap<>();
        Map<String, String> emails = new HashMap<>();
        releases = new HashSet<>();
        yields = new HashMap<>();
        for (Candidate candidate : candidates) {
            DirectoryUser user = candidate.user();
            if (candidate.keepsUsername()) {
                usernames.put(user.username(), user.username());
            }
            if (user.email() != null && candidate.keepsEmail()) {
                emails.put(user.email(), user.username());
            }
        }
        for (Candidate candidate : candidates) {
            if (!conflicts.containsKey(candidate.user().id())) {
                String conflict = claim(candidate, usernames, emails);
                if (conflict != null) {
                    conflicts.put(candidate.user().id(), conflict);
                }
            }
        }
    }

    private @Nullable String claim(Candidate candidate, Map<String, String> usernames, Map<String, String> emails) {
        String username = candidate.user().username();
        String email = duplicateEmails || candidate.keepsEmail()
                ? null
                : candidate.user().email();
        boolean newUsername = !candidate.keepsUsername();
        if (newUsername) {
            String conflict = conflict(Name.USERNAME, username, usernames, local.usernameHolders());
            if (conflict != null) {
                return conflict;
            }
        }
        if (email != null) {
            String conflict = conflict(Name.EMAIL, email, emails, local.emailHolders());
            if (conflict != null) {
                return conflict;
            }
        }
        if (newUsername) {
            usernames.put(username, username);
            release(Name.USERNAME, local.usernameHolders().get(username));
        }
        if (email != null) {
            emails.put(email, username);
            release(Name.EMAIL, local.emailHolders().get(email));
        }
        return null;
    }

    private @Nullable String conflict(
            Name what, String value, Map<String, String> claimed, Map<String, Holder> holders) {
        String rival = claimed.get(value);
        if (rival != null) {
            return "its " + what.text + " is also that of JumpCloud user '" + rival + "'; make it unique in JumpCloud";
        }
        Holder holder = holders.get(value);
        if (holder == null || leavers.contains(holder.keycloakId()) || movesAway(holder)) {
            return null;
        }
        String owner =
                switch (byKeycloakId.containsKey(holder.keycloakId()) ? "here" : kind(holder)) {
                    case "here" -> "another JumpCloud user, '" + holder.username() + "'";
                    case "local" -> "the local user '" + holder.username() + "'";
                    default ->
                        "user '" + holder.username()
                                + "' of another user federation provider, or one who seems to have left JumpCloud and has not been removed yet";
                };
        return "its " + what.text + " belongs to " + owner + "; rename or delete one of the two";
    }

    private static String kind(Holder holder) {
        return holder.federationLink() == null ? "local" : "federated";
    }

    /** Whoever stays has claimed the name already; so all others move, but those who cannot. */
    private boolean movesAway(Holder holder) {
        Candidate mover = byKeycloakId.get(holder.keycloakId());
        return mover != null && !conflicts.containsKey(mover.user().id());
    }

    private void release(Name what, @Nullable Holder holder) {
        if (holder == null) {
            return;
        }
        if (leavers.contains(holder.keycloakId())) {
            yields.computeIfAbsent(holder.keycloakId(), id -> EnumSet.noneOf(Name.class))
                    .add(what);
        } else {
            releases.add(holder.keycloakId());
        }
    }
}
