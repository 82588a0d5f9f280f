package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.Match;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.BrokeredUser;
import io.github.keycloakjumpcloud.store.BrokeredUsers;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which users of an identity provider are which people in the directory: pure. Only what the identity provider itself has called them
 * counts, as user name and e-mail address in Keycloak may be the user's own choice.
 */
final class BrokerPlanner {

    /** At all others, social ones above all, people choose their names or have others than at JumpCloud. */
    private static final Set<String> MAY_BE_JUMPCLOUD = Set.of("saml", "oidc", "keycloak-oidc");

    private BrokerPlanner() {}

    static AdoptionPlan plan(Snapshot directory, BrokeredUsers source) {
        String refusal = refusal(directory, source);
        if (refusal != null) {
            return AdoptionPlan.refused(source.alias(), refusal);
        }
        Map<String, Set<DirectoryUser>> byName = byName(directory);
        List<ForeignUser> moving = new ArrayList<>();
        List<LeftBehind> left = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        List<Claim> claims =
                source.users().stream().map(user -> Claim.of(user, byName)).toList();
        Set<String> taken = disputed(claims);
        taken.addAll(source.takenDirectoryIds());
        for (Claim claim : claims) {
            BrokeredUser user = claim.user();
            String obstacle = obstacle(claim, taken);
            if (obstacle == null) {
                DirectoryUser person = claim.person();
                moving.add(new ForeignUser(user.keycloakId(), user.username(), person.id(), person.dn(), false));
                matches.add(new Match(user.username(), claim.names().get(0), person.username()));
            } else {
                left.add(new LeftBehind(user.username(), obstacle));
            }
        }
        return new AdoptionPlan(source.alias(), null, moving, Map.of(), List.of(), left, matches);
    }

    /**
     * A user and who it may be.
     *
     * @param names by which the identity provider knows the user and the directory somebody
     */
    private record Claim(BrokeredUser user, List<String> names, Set<DirectoryUser> people) {

        static Claim of(BrokeredUser user, Map<String, Set<DirectoryUser>> byName) {
            List<String> names = user.knownAs().stream()
                    .filter(name -> byName.containsKey(key(name)))
                    .sorted()
                    .toList();
            Set<DirectoryUser> people = new LinkedHashSet<>();
            names.forEach(name -> people.addAll(byName.getOrDefault(key(name), Set.of())));
            return new Claim(user, names, people);
        }

        DirectoryUser person() {
            return people.iterator().next();
        }
    }

    /** Ids of people whom several users may be: which of them, nobody can tell. */
    private static Set<String> disputed(List<Claim> claims) {
        Set<String> once = new HashSet<>();
        Set<String> disputed = new HashSet<>();
        claims.stream()
                .filter(claim -> claim.people().size() == 1)
                .map(claim -> claim.person().id())
                .filter(id -> !once.add(id))
                .forEach(disputed::add);
        return disputed;
    }

    private static @Nullable String refusal(Snapshot directory, BrokeredUsers source) {
        if (!MAY_BE_JUMPCLOUD.contains(source.providerId())) {
            return "'" + source.alias() + "' is an identity provider of the type '" + source.providerId()
                    + "', whose names are not JumpCloud's: a stranger who has chosen the name of one of your people there would become that person."
                    + " Only SAML and OpenID Connect can be moved from (saml, oidc, keycloak-oidc), where the names come from JumpCloud. Add JumpCloud as such"
                    + " an identity provider, have people sign in through it once, and move the users of that one.";
        }
        return directory
                .incomplete()
                .map(problem -> "JumpCloud could not be read wholly: " + problem.sentence())
                .orElse(null);
    }

    private static @Nullable String obstacle(Claim claim, Set<String> taken) {
        BrokeredUser user = claim.user();
        if (user.federated()) {
            return "this user belongs to another user federation provider; move the users of that one here";
        }
        if (claim.people().isEmpty()) {
            return "JumpCloud's LDAP directory shows nobody whose user name or address is the one by which the identity provider knows this user;"
                    + " bind the person to the directory, or let this user be";
        }
        if (claim.people().size() > 1) {
            return "several people in JumpCloud's LDAP directory have a user name or address by which the identity provider knows this user";
        }
        if (user.ownPassword()) {
            return "Keycloak stores a password for this user, which would go on working whatever JumpCloud says; delete it under Users > Credentials,"
                    + " then preview again";
        }
        String id = claim.person().id();
        return taken.contains(id)
                ? "another user of this realm is the same person in JumpCloud (" + id + "); delete one of the two"
                : null;
    }

    private static Map<String, Set<DirectoryUser>> byName(Snapshot directory) {
        Map<String, Set<DirectoryUser>> byName = new HashMap<>();
        for (DirectoryUser user : directory.users()) {
            add(byName, user.username(), user);
            if (user.email() != null) {
                add(byName, user.email(), user);
            }
        }
        return byName;
    }

    private static void add(Map<String, Set<DirectoryUser>> byName, String name, DirectoryUser user) {
        byName.computeIfAbsent(key(name), none -> new LinkedHashSet<>()).add(user);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
