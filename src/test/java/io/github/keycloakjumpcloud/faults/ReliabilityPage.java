package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.document.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose sections are written by a run each, and outlive the other runs. */
record ReliabilityPage(Path file) {

    private static final String HEAD = "# Reliability\n\nWritten by `mvn -Pfaults`; do not edit.\n";

    /** Replaces the section with this title, or adds it at the end. */
    void put(String title, String text) {
        try {
            String before = Files.exists(file) ? Files.readString(file) : HEAD;
            Files.writeString(file, MarkdownPage.of(before).with(title, text).text());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
