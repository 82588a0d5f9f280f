package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Lookup.Unusable.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** The steps that JumpCloud's answer to one search decides. Pure. */
final class DirectorySteps {

    private static final String BETWEEN = ", ";

    private final UserObservation seen;

    DirectorySteps(UserObservation seen) {
        this.seen = seen;
    }

    SignInStep search() {
        return searched().after(seen.search().millis());
    }

    private SignInStep searched() {
        StepDetails details = StepDetails.none()
                .with("filter", seen.search().filters())
                .with("usersDn", seen.config().users().usersDn());
        Account account = seen.account();
        boolean goesOn = account != null && !account.departed();
        Lookup lookup = seen.lookup();
        if (lookup instanceof Lookup.Present present) {
            return found(
                    details.with("attributes", attributes(present.user())),
                    present.user().dn());
        }
        if (lookup instanceof Lookup.Unusable unusable) {
            return found(details, unusable.dn());
        }
        if (lookup instanceof Lookup.Ambiguous) {
            String attribute = seen.search().attribute();
            // A known user's DN still is his.
            return goesOn
                    ? SignInStep.warning(StepName.SEARCH, details, SignInObstacle.AMBIGUOUS, attribute)
                    : SignInStep.failed(StepName.SEARCH, details, SignInObstacle.AMBIGUOUS, attribute);
        }
        if (lookup instanceof Lookup.Unknown unknown) {
            // What the last sync or sign-in said of a known user still counts.
            return SignInStep.unasked(
                    StepName.SEARCH,
                    goesOn ? Finding.Result.WARNING : Finding.Result.FAILED,
                    details,
                    unknown.problem());
        }
        if (account == null) {
            return SignInStep.failed(StepName.SEARCH, details, SignInObstacle.NOT_FOUND, seen.asked());
        }
        DirectoryUser namesake = seen.search().namesake();
        if (namesake != null) {
            // Whether that is the same person is another question.
            return found(details, namesake.dn());
        }
        return goesOn && !seen.proven()
                ? SignInStep.warning(StepName.SEARCH, details, SignInObstacle.GONE_UNPROVEN, account.username())
                : SignInStep.failed(StepName.SEARCH, details, SignInObstacle.GONE, account.username());
    }

    private static SignInStep found(StepDetails details, String dn) {
        return SignInStep.ok(StepName.SEARCH, details.with("dn", dn), "jumpcloud.explain.search.found", dn);
    }

    /** As Keycloak stores them. */
    private static List<String> attributes(DirectoryUser user) {
        List<String> attributes = new ArrayList<>();
        add(attributes, UserModel.USERNAME, user.username());
        add(attributes, UserModel.EMAIL, user.email());
        add(attributes, UserModel.FIRST_NAME, user.firstName());
        add(attributes, UserModel.LAST_NAME, user.lastName());
        new TreeMap<>(user.attributes())
                .forEach((name, values) -> values.forEach(value -> add(attributes, name, value)));
        return attributes;
    }

    private static void add(List<String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.add(name + "=" + value);
        }
    }

    SignInStep reader() {
        Account account = seen.account();
        String stored = account == null ? null : account.dn();
        if (seen.lookup() instanceof Lookup.Unusable unusable && unusable.cause() == Cause.READER) {
            return SignInStep.failed(StepName.READER, StepDetails.none(), SignInObstacle.READER, unusable.dn());
        }
        if (stored != null && seen.isReader(stored)) {
            return SignInStep.failed(StepName.READER, StepDetails.none(), SignInObstacle.READER, stored);
        }
        return seen.lookup() instanceof Lookup.Present || seen.lookup() instanceof Lookup.Unusable
                ? SignInStep.ok(StepName.READER, StepDetails.none(), "jumpcloud.explain.reader.other")
                : SignInStep.skipped(StepName.READER, seen.whyNoEntry());
    }

    SignInStep identity() {
        Account account = seen.account();
        if (seen.lookup() instanceof Lookup.Unusable unusable && unusable.cause() == Cause.INCOMPLETE) {
            return SignInStep.failed(
                    StepName.IDENTITY, StepDetails.none(), SignInObstacle.INCOMPLETE, unusable.reason());
        }
        DirectoryUser namesake = seen.search().namesake();
        if (namesake != null && account != null) {
            StepDetails details = details(namesake, account);
            // Under other settings the stored id may mean nothing.
            return seen.proven() || account.departed()
                    ? SignInStep.failed(StepName.IDENTITY, details, SignInObstacle.DIFFERENT_PERSON, account.username())
                    : SignInStep.warning(
                            StepName.IDENTITY, details, SignInObstacle.DIFFERENT_PERSON, account.username());
        }
        Lookup.Present present = seen.search().present();
        if (present == null) {
            return SignInStep.skipped(StepName.IDENTITY, seen.whyNoEntry());
        }
        StepDetails details = StepDetails.none()
                .with("idAttribute", present.idAttribute().ldapName())
                .with("id", present.user().id());
        if (account == null) {
            return SignInStep.ok(
                    StepName.IDENTITY,
                    details,
                    "jumpcloud.explain.identity.newcomer",
                    present.idAttribute().ldapName(),
                    present.user().id());
        }
        return identity(present, account, details.with("storedDn", account.dn()));
    }

    private static StepDetails details(DirectoryUser namesake, Account account) {
        return StepDetails.none()
                .with("id", namesake.id())
                .with("storedId", account.directoryId())
                .with("dn", namesake.dn())
                .with("storedDn", account.dn());
    }

    private SignInStep identity(Lookup.Present present, Account account, StepDetails details) {
        if (!seen.isMoved(account, present)) {
            return SignInStep.ok(StepName.IDENTITY, details, "jumpcloud.explain.identity.same", account.username());
        }
        if (!seen.alone()) {
            return SignInStep.failed(
                    StepName.IDENTITY,
                    details,
                    SignInObstacle.SHARED_IDENTITY,
                    present.idAttribute().ldapName(),
                    present.user().id());
        }
        if (!seen.proven()) {
            // Under the old name the stored DN still is his.
            return seen.holder() != null && !account.departed()
                    ? SignInStep.warning(StepName.IDENTITY, details, SignInObstacle.UNPROVEN, account.username())
                    : SignInStep.failed(StepName.IDENTITY, details, SignInObstacle.UNPROVEN, account.username());
        }
        return SignInStep.ok(
                StepName.IDENTITY,
                details,
                "jumpcloud.explain.identity.renamed",
                account.username(),
                present.user().dn());
    }

    SignInStep userGroups() {
        List<String> required = seen.config().users().userGroups();
        if (required.isEmpty()) {
            return SignInStep.ok(StepName.USER_GROUPS, StepDetails.none(), "jumpcloud.explain.userGroups.none");
        }
        StepDetails details = StepDetails.none().with("required", required);
        if (seen.lookup() instanceof Lookup.Unusable unusable && unusable.cause() == Cause.OUTSIDE_USER_GROUPS) {
            return SignInStep.failed(
                    StepName.USER_GROUPS,
                    details.with("memberOf", unusable.groups()),
                    SignInObstacle.OUTSIDE_USER_GROUPS,
                    String.join(BETWEEN, required));
        }
        return seen.lookup() instanceof Lookup.Present present
                ? SignInStep.ok(
                        StepName.USER_GROUPS,
                        details.with("memberOf", present.admittedBy()),
                        "jumpcloud.explain.userGroups.admitted",
                        String.join(BETWEEN, present.admittedBy()))
                : SignInStep.skipped(StepName.USER_GROUPS, seen.whyNoEntry());
    }

    SignInStep groups() {
        if (!seen.config().groups().enabled()) {
            return SignInStep.skipped(StepName.GROUPS, "jumpcloud.explain.groups.off");
        }
        if (!(seen.lookup() instanceof Lookup.Present present)) {
            return SignInStep.skipped(StepName.GROUPS, seen.whyNoEntry());
        }
        List<String> names =
                present.groups().stream().map(DirectoryGroup::name).sorted().toList();
        return names.isEmpty()
                ? SignInStep.ok(StepName.GROUPS, StepDetails.none(), "jumpcloud.explain.groups.none")
                : SignInStep.ok(
                        StepName.GROUPS,
                        StepDetails.none().with("groups", names),
                        "jumpcloud.explain.groups.some",
                        String.join(BETWEEN, names));
    }
}
