package io.github.keycloakjumpcloud.diagnose;

import static io.github.keycloakjumpcloud.diagnose.Seen.DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.KNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.READER_DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.account;
import static io.github.keycloakjumpcloud.diagnose.Seen.person;
import static io.github.keycloakjumpcloud.diagnose.Seen.present;

import io.github.keycloakjumpcloud.diagnose.Account.Lockout;
import io.github.keycloakjumpcloud.diagnose.Account.Origin;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Lookup.Unusable.Cause;
import io.github.keycloakjumpcloud.store.Holder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Everything that alone keeps somebody out: what was seen, the step at which it shows, its code. */
final class ObstacleCases {

    private static final String SINCE = "2027-01-01T00:00:00Z";
    private static final Account LEFT = account(Origin.OURS, true, SINCE, null, Lockout.NONE);

    private ObstacleCases() {}

    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of(new Seen().switchedOff().holder(KNOWN), "provider", "providerDisabled"),
                Arguments.of(new Seen().setting("importEnabled", "false"), "provider", "importOff"),
                Arguments.of(
                        new Seen()
                                .setting("importEnabled", "false")
                                .knownOtherwise(KNOWN)
                                .lookup(present(person("5001", "anna"))),
                        "provider",
                        "importOff"),
                Arguments.of(new Seen().holder(withoutDn()), "keycloak", "markLost"),
                Arguments.of(
                        new Seen().holder(account(Origin.LOCAL, true, null, null, Lockout.NONE)),
                        "conflict",
                        "localUser"),
                Arguments.of(
                        new Seen().holder(account(Origin.ELSEWHERE, true, null, null, Lockout.NONE)),
                        "conflict",
                        "otherProvider"),
                Arguments.of(new Seen().lookup(new Lookup.Absent()), "search", "notFound"),
                Arguments.of(new Seen().lookup(new Lookup.Ambiguous("two")), "search", "ambiguous"),
                Arguments.of(new Seen().holder(LEFT).lookup(new Lookup.Ambiguous("two")), "search", "ambiguous"),
                Arguments.of(new Seen().holder(KNOWN).lookup(new Lookup.Absent()), "search", "gone"),
                Arguments.of(new Seen().holder(LEFT).unproven().lookup(new Lookup.Absent()), "search", "gone"),
                Arguments.of(new Seen().lookup(unusable(Cause.READER, READER_DN)), "reader", "reader"),
                Arguments.of(new Seen().lookup(unusable(Cause.INCOMPLETE, DN)), "identity", "incomplete"),
                Arguments.of(new Seen().holder(KNOWN).namesake(person("5002", "anna")), "identity", "differentPerson"),
                Arguments.of(
                        new Seen()
                                .knownOtherwise(KNOWN)
                                .lookup(present(person("5001", "anna.new")))
                                .shared(),
                        "identity",
                        "sharedIdentity"),
                Arguments.of(
                        new Seen()
                                .knownOtherwise(KNOWN)
                                .lookup(present(person("5001", "anna.new")))
                                .unproven(),
                        "identity",
                        "unproven"),
                Arguments.of(
                        new Seen()
                                .holder(LEFT)
                                .lookup(present(person("5001", "anna.new")))
                                .unproven(),
                        "identity",
                        "unproven"),
                Arguments.of(
                        new Seen().setting("userGroups", "Staff").lookup(unusable(Cause.OUTSIDE_USER_GROUPS, DN)),
                        "user-groups",
                        "outsideUserGroups"),
                Arguments.of(
                        new Seen().conflict("taken", new Holder("k-9", "anna", "elsewhere"), null),
                        "conflict",
                        "usernameTaken"),
                Arguments.of(
                        new Seen().conflict("taken", null, new Holder("k-9", "bert", null)), "conflict", "emailTaken"),
                Arguments.of(
                        new Seen().conflict("its user name is too long", null, null), "conflict", "refusedByKeycloak"),
                Arguments.of(
                        new Seen().holder(account(Origin.OURS, false, SINCE, SINCE, Lockout.NONE)),
                        "enabled",
                        "disabledByUs"),
                Arguments.of(
                        new Seen().holder(account(Origin.OURS, false, null, null, Lockout.NONE)),
                        "enabled",
                        "disabledByAdministrator"),
                Arguments.of(
                        new Seen().holder(account(Origin.OURS, true, null, null, Lockout.TEMPORARY)),
                        "enabled",
                        "temporarilyLocked"),
                Arguments.of(
                        new Seen().holder(account(Origin.OURS, false, null, null, Lockout.PERMANENT)),
                        "enabled",
                        "permanentlyLocked"));
    }

    private static Lookup unusable(Cause cause, String dn) {
        return new Lookup.Unusable(cause, "The entry has no uidNumber.", dn, List.of("Board"));
    }

    private static Account withoutDn() {
        return new Account("k-1", "anna", Origin.OURS, null, true, "5001", null, null, null, Lockout.NONE);
    }
}
