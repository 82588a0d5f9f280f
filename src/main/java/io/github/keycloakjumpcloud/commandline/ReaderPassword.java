package io.github.keycloakjumpcloud.commandline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The password of the LDAP reader: from a variable, or typed. */
final class ReaderPassword {

    private static final String VARIABLE = "JUMPCLOUD_BIND_PASSWORD";

    private final Map<String, String> environment;
    private final @Nullable Prompt prompt;

    /** @param prompt {@code null} where nobody can be asked: Java asks only where neither input nor output is redirected */
    ReaderPassword(Map<String, String> environment, @Nullable Prompt prompt) {
        this.environment = environment;
        this.prompt = prompt;
    }

    /** Reads it; asks only where there is no variable. */
    String read() throws UsageException {
        String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (prompt == null) {
            throw new UsageException(
                    "There is no password. Set " + VARIABLE
                            + ", or run this in a terminal without redirecting input or output: --out FILE writes the facts to a file.");
        }
        char[] typed = prompt.ask("Password of the LDAP reader: ");
        String password = typed == null ? "" : String.valueOf(typed);
        if (password.isBlank()) {
            throw new UsageException("No password was typed. Run this again, or set " + VARIABLE + ".");
        }
        return password;
    }

    /** Asks somebody. */
    @FunctionalInterface
    interface Prompt {
        /** What was typed; {@code null} for nothing at all. */
        char @Nullable [] ask(String words);
    }
}
