package io.github.keycloakjumpcloud.standin;

/**
 * The first password of every user, so that nobody has to look it up: the username and an ending that depends on the organization, for example
 * {@code jane.doe-Secret01!} in the first one and {@code jane.doe-Secret02!} in the second.
 */
record PasswordRule(String ending) {

    static final PasswordRule FIRST = new PasswordRule("-Secret01!");
    static final PasswordRule SECOND = new PasswordRule("-Secret02!");

    String initial(String uid) {
        return uid + ending;
    }
}
