package io.github.keycloakjumpcloud.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What must hold of all sign-ins and of what they left behind.
 *
 * @param calm sign-ins before the first fault
 */
record Verdict(List<Attempt> calm, List<Attempt> attempts, Footprint before, Footprint after) {

    /**
     * With the settings' defaults: 5 s for a bind and twice 1 s to connect, 2.5 s for a look-up behind it where the password was refused (design,
     * law 9), and a second for Keycloak and two busy cores.
     */
    static final Duration BOUND = Duration.ofMillis(10_500);

    private static final int MOST_ODDITIES = 100;

    List<Check> checks(Lockouts lockouts) {
        long longest = attempts.stream().mapToLong(Attempt::millis).max().orElse(0);
        List<String> wronged = lockouts.wrongedRegulars();
        List<String> unjudged = lockouts.countedWithoutJudgement();
        List<Person> refused = lockouts.refused();
        long counted = refused.stream().filter(lockouts::isCounted).count();
        long signedIn = count(attempt -> attempt.ending() == Ending.SIGNED_IN);
        long sessions = after.userSessions() - before.userSessions();
        List<Attempt> welcome = calm.stream()
                .filter(attempt -> attempt.person().role().deserves(Ending.SIGNED_IN))
                .toList();
        long received = welcome.stream()
                .filter(attempt -> attempt.ending() == Ending.SIGNED_IN)
                .count();
        return List.of(
                new Check(
                        "before the first fault every right password signs in (the control)",
                        received == welcome.size(),
                        received + " of " + welcome.size()),
                new Check(
                        "every sign-in ended within " + BOUND.toMillis() / 1000.0 + " s",
                        longest <= BOUND.toMillis(),
                        "the longest took " + longest / 1000.0 + " s"),
                none("with a right password was told that it is wrong", Ending.REFUSED),
                none("with a wrong password or an unknown name got in", Ending.SIGNED_IN),
                none("got an answer other than a token, a refusal or \"cannot be asked\"", Ending.BROKEN),
                new Check(
                        "no correct user has a failure on his account, and all of them can sign in afterwards",
                        wronged.isEmpty(),
                        found(wronged, lockouts.regulars().size())),
                new Check(
                        "a wrong password that could not be judged is not counted",
                        unjudged.isEmpty(),
                        unjudged.size() + " were counted"),
                new Check(
                        "a wrong password that was refused is counted (the control)",
                        counted == refused.size(),
                        counted + " of " + refused.size() + " looked at"),
                new Check(
                        "no thread leaks",
                        after.hasNoMoreThreadsThan(before),
                        "of this extension " + before.ownThreads() + " before and " + after.ownThreads()
                                + " after, others " + before.otherThreads() + " and " + after.otherThreads()),
                new Check(
                        "no connection leaks",
                        after.connectionsAreBounded(),
                        "at the server " + before.serverConnections() + " before and " + after.serverConnections()
                                + " after, on the line " + before.lineConnections() + " and "
                                + after.lineConnections()),
                new Check(
                        "one user session for each token, and none for anything else",
                        sessions == signedIn,
                        sessions + " sessions for " + signedIn + " tokens"));
    }

    /** What to look into where something does not hold. */
    List<Attempt> oddities() {
        return attempts.stream()
                .filter(attempt -> !attempt.isRight() || attempt.millis() > BOUND.toMillis())
                .limit(MOST_ODDITIES)
                .toList();
    }

    /** Whether nobody met this end who should not have. */
    private Check none(String whoEndedSo, Ending ending) {
        List<Attempt> wrong = attempts.stream()
                .filter(attempt -> attempt.ending() == ending && !attempt.isRight())
                .toList();
        String example = wrong.isEmpty()
                ? ""
                : ", for example " + wrong.get(0).person().username() + ": "
                        + wrong.get(0).answer().strip();
        return new Check("nobody " + whoEndedSo, wrong.isEmpty(), wrong.size() + example);
    }

    private long count(Predicate<Attempt> which) {
        return attempts.stream().filter(which).count();
    }

    private static String found(List<String> wronged, int all) {
        return wronged.size() + " of " + all + " were wronged"
                + (wronged.isEmpty() ? "" : ", for example " + wronged.get(0));
    }
}
