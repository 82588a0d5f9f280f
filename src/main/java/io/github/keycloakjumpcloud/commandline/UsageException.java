package io.github.keycloakjumpcloud.commandline;

/** Thrown where the command cannot be carried out as it was given. */
final class UsageException extends Exception {

    /** @param sentence for whoever typed the command; without the password */
    UsageException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
