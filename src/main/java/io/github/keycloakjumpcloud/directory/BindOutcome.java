package io.github.keycloakjumpcloud.directory;

/** What became of one bind with a user's password. */
public sealed interface BindOutcome {

    /** The password is right. */
    record Accepted() implements BindOutcome {}

    /** Result code 49 (invalidCredentials): a wrong password, or an account that JumpCloud does not let in. */
    record InvalidCredentials() implements BindOutcome {}

    /** The directory could not be asked, or answered something that says nothing about the password. */
    record Unavailable(Problem problem) implements BindOutcome {}
}
