package io.github.keycloakjumpcloud.bench;

import java.util.Locale;

/** One combination that is measured; {@code users} sign in at the same time. */
record SignInCell(SignInContender contender, int roundTripMillis, Situation situation, SignInKind kind, int users) {

    /** For files: {@code signin-30ms-everything_works-known_user-20-ours}. */
    String name() {
        return ("signin-" + roundTripMillis + "ms-" + situation + "-" + kind + "-" + users + "-" + contender)
                .toLowerCase(Locale.ROOT);
    }

    SignInCell by(SignInContender other) {
        return new SignInCell(other, roundTripMillis, situation, kind, users);
    }

    SignInCell of(SignInKind other) {
        return new SignInCell(contender, roundTripMillis, situation, other, users);
    }
}
