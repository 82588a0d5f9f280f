package io.github.keycloakjumpcloud.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page of sections, each of which is written by a run of its own and outlives the other runs. */
record ReliabilityPage(Path file) {

    private static final String HEAD = "# Reliability\n\nWritten by `mvn -Pfaults`; do not edit.\n";
    private static final String SECTION = "\n## ";

    /** Replaces the section with this title, or adds it at the end. */
    void put(String title, String text) {
        try {
            Map<String, String> sections =
                    Files.exists(file) ? sections(Files.readString(file)) : new LinkedHashMap<>();
            sections.put(title, text.strip());
            StringBuilder page = new StringBuilder(HEAD);
            sections.forEach((name, content) -> page.append(SECTION)
                    .append(name)
                    .append("\n\n")
                    .append(content)
                    .append('\n'));
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static Map<String, String> sections(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        String[] parts = page.split(SECTION, -1);
        for (int part = 1; part < parts.length; part++) {
            String[] lines = parts[part].split("\n", 2);
            sections.put(lines[0].strip(), lines.length > 1 ? lines[1].strip() : "");
        }
        return sections;
    }
}
