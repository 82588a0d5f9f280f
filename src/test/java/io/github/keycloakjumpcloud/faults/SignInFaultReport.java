package io.github.keycloakjumpcloud.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The section that tells what became of sign-ins while the way to JumpCloud broke. */
record SignInFaultReport(
        Duration duration,
        int perSecond,
        long seed,
        List<Attempt> attempts,
        Map<Fault, Integer> struck,
        List<Check> checks) {

    static final String TITLE = "Sign-ins under faults";

    String text() {
        long held = checks.stream().filter(Check::holds).count();
        return String.join(
                "\n",
                "For " + span() + ", " + perSecond
                        + " people a second sign in by direct grant, whether or not others still"
                        + " wait, while between Keycloak and the stand-in for JumpCloud something breaks every one to four seconds: "
                        + faults()
                        + ". A reset ends connections without a goodbye; in a silence, of up to 6.5 s, nothing arrives and nobody is told; a restart"
                        + " closes ports and connections for up to 3 s. Half of the resets and silences meet every connection, the others every second"
                        + " one. Brute-force detection locks an account for good at the first failure that it counts. Keycloak has 250 request threads"
                        + " (`http-pool-max-threads`), so that waiting for one is not measured as waiting for JumpCloud.",
                "",
                "**" + held + " of " + checks.size() + " hold.**",
                "",
                "| what must hold | | found |",
                "|---|---|---|",
                checks.stream().map(SignInFaultReport::row).collect(Collectors.joining("\n")),
                "",
                "| who signs in | times | signed in | refused | cannot be asked | anything else | median (ms) | 99th percentile (ms) | longest (ms) |",
                "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
                Arrays.stream(Role.values()).map(this::row).collect(Collectors.joining("\n")),
                "",
                Circumstances.text() + "; repeat with `mvn -Pfaults -Dfaults.what=signin -Dfaults.seed=" + seed
                        + "`, vary with `-Dfaults.seconds` and `-Dfaults.perSecond`. The faults come at the same moments again; what they meet does"
                        + " not.",
                "");
    }

    private String span() {
        return duration.toMinutes() > 1 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }

    private String faults() {
        return struck.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private static String row(Check check) {
        return "| " + check.claim() + " | " + (check.holds() ? "yes" : "**no**") + " | " + check.found() + " |";
    }

    private String row(Role role) {
        List<Attempt> own = attempts.stream()
                .filter(attempt -> attempt.person().role() == role)
                .toList();
        List<Long> times = own.stream().map(Attempt::millis).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d |",
                role.label(),
                own.size(),
                count(own, Ending.SIGNED_IN),
                count(own, Ending.REFUSED),
                count(own, Ending.UNAVAILABLE),
                count(own, Ending.BROKEN),
                at(times, 0.5),
                at(times, 0.99),
                at(times, 1));
    }

    private static long count(List<Attempt> attempts, Ending ending) {
        return attempts.stream().filter(attempt -> attempt.ending() == ending).count();
    }

    /** The least time that this share of the sorted ones does not exceed. */
    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
