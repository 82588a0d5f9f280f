package io.github.keycloakjumpcloud.faults;

import java.time.Instant;

/**
 * One sign-in.
 *
 * @param at when it began
 * @param millis from the request to the end of the answer
 * @param answer status and error, for people
 */
record Attempt(Instant at, Person person, long millis, Ending ending, String answer) {

    boolean isRight() {
        return person.role().deserves(ending);
    }
}
