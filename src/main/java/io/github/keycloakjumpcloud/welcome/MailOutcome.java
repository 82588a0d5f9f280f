package io.github.keycloakjumpcloud.welcome;

/** What became of one mail. Only {@link Unsent} is tried again: a mail that may have arrived must not arrive twice. */
public sealed interface MailOutcome {

    /** The mail server took it. */
    record Sent() implements MailOutcome {}

    /** There is nobody to send it to any more. */
    record Lapsed() implements MailOutcome {}

    /** Not taken, or perhaps not, and never will be. */
    record Failed(String reason) implements MailOutcome {}

    /**
     * It certainly did not leave, and may do so later.
     *
     * @param everyMail whether every other mail would meet the same now, so that there is no use in trying
     */
    record Unsent(String reason, boolean everyMail) implements MailOutcome {}
}
