package io.github.keycloakjumpcloud.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import java.util.List;

/** Of whom Keycloak's brute-force detection believes something. */
record Lockouts(RealmApi realm, List<Person> regulars, List<Attempt> attempts) {

    /** More would take minutes, and it is only to see that counting works at all. */
    private static final int SAMPLE = 100;

    /** Regulars with a failure on their account, or who cannot sign in now that all works. */
    List<String> wrongedRegulars() {
        return regulars.stream()
                .filter(person -> isCounted(person)
                        || !realm.signIn()
                                .with(person.username(), person.password())
                                .isSuccess())
                .map(Person::username)
                .toList();
    }

    /** People whose wrong password could not be judged, and was counted all the same. */
    List<String> countedWithoutJudgement() {
        return attempts.stream()
                .filter(attempt -> attempt.person().role() == Role.FORGETFUL && attempt.ending() != Ending.REFUSED)
                .map(Attempt::person)
                .filter(this::isCounted)
                .map(Person::username)
                .toList();
    }

    /** Some people whose wrong password was refused. */
    List<Person> refused() {
        return attempts.stream()
                .filter(attempt -> attempt.person().role() == Role.FORGETFUL && attempt.ending() == Ending.REFUSED)
                .map(Attempt::person)
                .limit(SAMPLE)
                .toList();
    }

    boolean isCounted(Person person) {
        JsonNode state = realm.users().bruteForce(person.username());
        return state.path("numFailures").asInt() > 0 || state.path("disabled").asBoolean();
    }
}
