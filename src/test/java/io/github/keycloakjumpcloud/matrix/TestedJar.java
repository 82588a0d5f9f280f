package io.github.keycloakjumpcloud.matrix;

import io.github.keycloakjumpcloud.command.Command;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The one jar of all cells.
 *
 * @param digest the beginning of its SHA-256
 * @param commit of the sources that it was made from
 */
record TestedJar(String digest, String commit) {

    private static final int DIGITS = 16;

    /** The jar that Maven has just packaged; {@code folder} is for what git says. */
    static TestedJar of(Path folder) {
        try {
            byte[] bytes = Files.readAllBytes(TestedKeycloak.providerJar());
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new TestedJar(digest.substring(0, DIGITS), commit(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String commit(Path folder) {
        String head = Command.run(folder, List.of("git", "rev-parse", "--short=10", "HEAD"), "")
                .strip();
        String changed = Command.run(folder, List.of("git", "status", "--porcelain", "--", "src", "pom.xml"), "");
        return changed.isBlank() ? head : head + " with changes";
    }
}
