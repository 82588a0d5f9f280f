package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import java.util.List;

/** What outcomes are called in tags and spans. */
final class Outcomes {

    static final List<String> OF_SIGN_INS =
            List.of("accepted", "refused", "unanswered", "unavailable", "outage_accepted", "outage_refused");
    static final List<String> OF_BINDS = List.of("accepted", "refused", "unavailable");
    static final List<String> OF_LOOKUPS = List.of("present", "absent", "unusable", "ambiguous", "unknown");
    static final List<String> OF_READS = List.of("complete", "incomplete", "failed");

    private Outcomes() {}

    static String of(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted) {
            return "accepted";
        } else if (verdict instanceof Verdict.Refused) {
            return "refused";
        } else if (verdict instanceof Verdict.Unanswered) {
            return "unanswered";
        } else if (verdict instanceof Verdict.AcceptedUnasked) {
            return "outage_accepted";
        } else if (verdict instanceof Verdict.RefusedUnasked) {
            return "outage_refused";
        }
        return "unavailable";
    }

    static String of(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Accepted) {
            return "accepted";
        }
        return outcome instanceof BindOutcome.InvalidCredentials ? "refused" : "unavailable";
    }

    static String of(Lookup lookup) {
        if (lookup instanceof Lookup.Present) {
            return "present";
        } else if (lookup instanceof Lookup.Absent) {
            return "absent";
        } else if (lookup instanceof Lookup.Unusable) {
            return "unusable";
        }
        return lookup instanceof Lookup.Ambiguous ? "ambiguous" : "unknown";
    }

    static String of(ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Snapshot snapshot) {
            return snapshot.incomplete().isEmpty() ? "complete" : "incomplete";
        }
        return "failed";
    }
}
