package io.github.keycloakjumpcloud.commandline;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal that this program was started in. */
final class Terminal {

    private Terminal() {}

    /** Asks there without showing what is typed; {@code null} where input or output is no terminal. */
    static ReaderPassword.@Nullable Prompt prompt() {
        return prompt(System.console());
    }

    private static ReaderPassword.@Nullable Prompt prompt(@Nullable Console console) {
        return console != null && isTerminal(console) ? console::readPassword : null;
    }

    /** From Java 22 on there is a console that is none, which might show what is typed; the question came with it. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
