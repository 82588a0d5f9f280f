package io.github.keycloakjumpcloud.login;

/** Hears of wrong passwords whose browser never asked for the answer. */
interface UncollectedRefusals {

    /** Lets brute-force detection count a refusal; called once for each, on a thread of its own, and throws nothing. */
    void count(Applicant applicant);
}
