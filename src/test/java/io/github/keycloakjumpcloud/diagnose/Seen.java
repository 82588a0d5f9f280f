package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.credential.Refresh;
import io.github.keycloakjumpcloud.diagnose.Account.Lockout;
import io.github.keycloakjumpcloud.diagnose.Account.Origin;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Holder;
import io.github.keycloakjumpcloud.sync.PersonForecast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was seen of anna: JumpCloud shows her, Keycloak does not know her yet, and all is well, unless told otherwise. Not thread-safe. */
final class Seen {

    static final String TREE = ",ou=Users,o=5f0000000000000000000001,dc=jumpcloud,dc=com";
    static final String DN = "uid=anna" + TREE;
    static final String READER_DN = "uid=ldapreader" + TREE;
    static final Problem AWAY = Problem.of(Problem.Kind.UNREACHABLE, "ldaps://ldap.example.com:636", "refused");
    static final Lookup UNKNOWN = new Lookup.Unknown(AWAY);
    static final DirectoryUser ANNA = person("5001", "anna");
    static final Account KNOWN = account(Origin.OURS, true, null, null, Lockout.NONE);

    private final Map<String, List<String>> settings = new HashMap<>(Map.of(
            "organizationId", List.of("5f0000000000000000000001"),
            "bindDn", List.of("ldapreader"),
            "bindCredential", List.of("secret")));

    private boolean enabled = true;
    private @Nullable Account holder;
    private @Nullable Account account;
    private Lookup lookup = present(ANNA);
    private @Nullable DirectoryUser namesake;
    private PersonForecast forecast = new PersonForecast(null, null, null, null);
    private @Nullable Account shadowed;
    private Refresh refresh = new Refresh.Due();
    private boolean alone = true;
    private boolean proven = true;

    static DirectoryUser person(String id, String username) {
        return new DirectoryUser(
                id,
                "uid=" + username + TREE,
                username,
                username + "@example.com",
                "Anna",
                "Auer",
                Map.of("title", List.of("Engineer")),
                Set.of());
    }

    static Account account(
            Origin origin,
            boolean enabled,
            @Nullable String departedSince,
            @Nullable String disabledSince,
            Lockout lockout) {
        boolean local = origin == Origin.LOCAL;
        return new Account(
                "k-1",
                "anna",
                origin,
                local ? null : "another provider",
                enabled,
                local ? null : "5001",
                local ? null : DN,
                departedSince,
                disabledSince,
                lockout);
    }

    static Lookup present(DirectoryUser user, String... admittedBy) {
        DirectoryGroup team = new DirectoryGroup("cn=team", "cn=Team", "Team");
        return new Lookup.Present(user, List.of(team), IdAttribute.UID_NUMBER, List.of(admittedBy));
    }

    Seen setting(String key, String value) {
        settings.put(key, List.of(value));
        return this;
    }

    Seen switchedOff() {
        enabled = false;
        return this;
    }

    /** The user to whom the name leads. */
    Seen holder(Account user) {
        holder = user;
        account = user.isOurs() ? user : null;
        return this;
    }

    /** The user whom another name leads to. */
    Seen knownOtherwise(Account user) {
        account = user;
        return this;
    }

    /** The user whose name it is, where it leads to whoever has it as address. */
    Seen shadowing(Account user) {
        shadowed = user;
        return this;
    }

    /** What the next sign-in would do, other than look at the entry. */
    Seen refresh(Refresh next) {
        refresh = next;
        return this;
    }

    Seen lookup(Lookup answer) {
        lookup = answer;
        return this;
    }

    Seen namesake(DirectoryUser user) {
        lookup = new Lookup.Absent();
        namesake = user;
        return this;
    }

    Seen conflict(String reason, @Nullable Holder username, @Nullable Holder email) {
        forecast = new PersonForecast(null, new RejectedEntry(DN, reason), username, email);
        return this;
    }

    Seen shared() {
        alone = false;
        return this;
    }

    Seen unproven() {
        proven = false;
        return this;
    }

    UserDiagnosis diagnosis() {
        JumpCloudConfig config = ConfigReader.read(settings, secret -> secret);
        UserSearch search = new UserSearch(List.of("(uid=anna)"), "uid", lookup, namesake, 7);
        PersonForecast met = lookup instanceof Lookup.Present ? forecast : null;
        return new UserDiagnosis(new UserObservation(
                "anna", enabled, config, holder, shadowed, account, search, met, alone, proven, refresh));
    }

    UserExplanation explained() {
        return diagnosis().withoutPassword();
    }
}
