package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Passwords that administrators try for others. They take the places of sign-ins while they wait, and a user's password can be tried only a few times a
 * minute in the whole cluster: whoever may ask why somebody cannot sign in shall not guess faster than at the login form. Remembers nothing that a
 * sign-in goes by. Thread-safe.
 */
public final class PasswordTrials {

    /** How many of a user's passwords are sent to JumpCloud within a minute. */
    public static final int MOST = 5;

    private static final Duration WHILE = Duration.ofMinutes(1);

    private final Bulkhead pushes;
    private final Bulkhead codes;
    private final RefusedPasswords refused;

    /**
     * @param pushes bounds how many of Keycloak's threads wait for somebody to take up a phone
     * @param codes bounds how many of them wait for an answer to a code
     */
    public PasswordTrials(Bulkhead pushes, Bulkhead codes) {
        this(pushes, codes, System::nanoTime);
    }

    PasswordTrials(Bulkhead pushes, Bulkhead codes, LongSupplier clock) {
        this.pushes = pushes;
        this.codes = codes;
        this.refused = new RefusedPasswords(clock);
    }

    /** What all nodes know together. */
    @FunctionalInterface
    public interface Places {
        /** Takes a place; false where somebody has taken it within this time, on whichever node. */
        boolean take(String place, Duration life);
    }

    /**
     * Tries a password, unless it was refused seconds ago or the user has had enough of it.
     *
     * @param user Keycloak's id of the user, or whatever else stays the same for one who has none
     * @param password not empty
     * @param places of everybody's trials
     * @param bind asks JumpCloud once
     */
    public Verdict verdict(
            String user, SignInSettings settings, String password, Places places, Supplier<BindOutcome> bind) {
        boolean mayPush = BindVerdict.mayPush(settings, password);
        Supplier<SignInAnswer> question = () -> SignInAnswer.of(
                isAdmitted(user, places)
                        ? BindVerdict.of(bind.get(), mayPush)
                        : new Verdict.Unavailable(Problem.of(Problem.Kind.TOO_MANY_TRIES, Integer.toString(MOST))));
        if (settings.secondFactor()) {
            return (mayPush ? pushes : codes).ask(user, question).verdict();
        }
        Verdict verdict = refused.ask(user, password, question).verdict();
        if (verdict instanceof Verdict.Refused) {
            refused.add(user, password);
        }
        return verdict;
    }

    /** Each try keeps its place for a minute, so that within any minute there are only so many. */
    private static boolean isAdmitted(String user, Places places) {
        return IntStream.range(0, MOST).anyMatch(number -> places.take(user + " " + number, WHILE));
    }
}
