package io.github.keycloakjumpcloud.faults;

/**
 * One sign-in.
 *
 * @param millis from the request to the end of the answer
 * @param answer status and error, for people
 */
record Attempt(Person person, long millis, Ending ending, String answer) {

    boolean isRight() {
        return person.role().deserves(ending);
    }
}
