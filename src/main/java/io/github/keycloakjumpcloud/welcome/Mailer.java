package io.github.keycloakjumpcloud.welcome;

/** Sends one user's welcome mail. */
public interface Mailer {

    /** Tries once; throws nothing for what goes wrong with this mail. */
    MailOutcome send(String userId);
}
