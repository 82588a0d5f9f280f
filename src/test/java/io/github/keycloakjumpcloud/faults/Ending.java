package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.keycloak.SignInResult;

/** How a sign-in ended. */
enum Ending {
    SIGNED_IN("signed in"),
    /** As for a wrong password. */
    REFUSED("refused"),
    /** HTTP 503: JumpCloud cannot be asked. */
    UNAVAILABLE("cannot be asked"),
    /** Any other answer, or none. */
    BROKEN("anything else");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Ending of(SignInResult result) {
        if (result.isSuccess()) {
            return SIGNED_IN;
        }
        if (result.error().equals("invalid_grant")) {
            return REFUSED;
        }
        return result.status() == 503 ? UNAVAILABLE : BROKEN;
    }
}
