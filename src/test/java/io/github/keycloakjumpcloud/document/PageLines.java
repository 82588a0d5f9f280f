package io.github.keycloakjumpcloud.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads pages of the repository. */
final class PageLines {

    private PageLines() {}

    /** @param page as seen from the repository's root */
    static List<String> of(String page) {
        try {
            return Files.readAllLines(Path.of(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
