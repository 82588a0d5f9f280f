package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.diagnose.UserExplanation.Outlook;
import io.github.keycloakjumpcloud.directory.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what was seen of a user to findings and a verdict, by the rules by which sign-ins are judged. Pure. */
final class UserDiagnosis {

    private final UserObservation seen;
    private final List<SignInStep> steps;

    UserDiagnosis(UserObservation seen) {
        this.seen = seen;
        KeycloakSteps keycloak = new KeycloakSteps(seen);
        DirectorySteps directory = new DirectorySteps(seen);
        List<SignInStep> entry =
                List.of(directory.search(), directory.reader(), directory.identity(), directory.userGroups());
        boolean spared = seen.passwordDecides() && entry.stream().anyMatch(SignInStep::forbids);
        List<SignInStep> all = new ArrayList<>(List.of(keycloak.provider(), keycloak.keycloak()));
        entry.forEach(step -> all.add(spared ? spared(step) : step));
        all.addAll(
                List.of(keycloak.conflict(), directory.groups(), new RefreshStep(seen).of(spared), keycloak.enabled()));
        this.steps = List.copyOf(all);
    }

    /** Where nothing could be looked at, because the settings cannot be read. */
    static UserExplanation unreadable(String asked, String complaint) {
        Stream<SignInStep> rest = Arrays.stream(StepName.values())
                .filter(name -> name != StepName.PROVIDER)
                .map(name -> SignInStep.skipped(name, "jumpcloud.explain.skipped.unreadable"));
        SignInStep provider =
                SignInStep.failed(StepName.PROVIDER, StepDetails.none(), SignInObstacle.CONFIGURATION, complaint);
        return new UserExplanation(
                Outlook.CANNOT,
                asked,
                null,
                Stream.concat(Stream.of(provider), rest)
                        .map(SignInStep::finding)
                        .toList());
    }

    /** The DN as which a sign-in would bind; empty where no password could help. */
    Optional<String> dnToTry() {
        // Somebody who is disabled or locked may want to know about his password all the same.
        if (steps.stream().anyMatch(step -> step.forbids() && !step.is(StepName.ENABLED))) {
            return Optional.empty();
        }
        Account account = seen.account();
        Lookup.Present present = seen.search().present();
        if (present != null && (account == null || seen.proven() || !seen.isMoved(account, present))) {
            return Optional.of(present.user().dn());
        }
        return Optional.ofNullable(account).map(Account::dn);
    }

    UserExplanation withoutPassword() {
        return concluded(BindStep.noPassword(), false);
    }

    /** A password was sent but not tried. */
    UserExplanation untried() {
        return concluded(BindStep.notTried(), false);
    }

    UserExplanation tried(Verdict verdict, long millis) {
        return concluded(BindStep.of(verdict, millis), verdict.letsIn());
    }

    private UserExplanation concluded(SignInStep bind, boolean letsIn) {
        List<SignInStep> all = new ArrayList<>(steps);
        all.add(bind);
        return new UserExplanation(
                outlook(all, letsIn),
                seen.asked(),
                userId(),
                all.stream().map(SignInStep::finding).toList());
    }

    private static Outlook outlook(List<SignInStep> all, boolean letsIn) {
        if (all.stream().anyMatch(SignInStep::forbids)) {
            return Outlook.CANNOT;
        }
        // A search that nobody answered keeps a known user out no more than a sign-in, which goes by the bind alone.
        return all.stream().anyMatch(step -> !step.judged() && !(letsIn && isWarning(step)))
                ? Outlook.UNKNOWN
                : Outlook.CAN;
    }

    /** An entry that is hidden by a filter takes a password at its old place, one that is gone does not: only the password shows which. */
    private SignInStep spared(SignInStep step) {
        SignInStep spared = step.spared();
        boolean isGone = step.is(StepName.SEARCH) && step.forbids() && seen.lookup() instanceof Lookup.Absent;
        return isGone ? spared.unjudged() : spared;
    }

    private static boolean isWarning(SignInStep step) {
        return step.finding().result() == Finding.Result.WARNING;
    }

    private @Nullable String userId() {
        Account meant = seen.holder() == null ? seen.account() : seen.holder();
        return meant == null ? null : meant.keycloakId();
    }
}
