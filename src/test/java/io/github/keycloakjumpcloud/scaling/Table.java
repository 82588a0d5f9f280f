package io.github.keycloakjumpcloud.scaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown, all of whose columns but the first few are numbers. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(int texts, String... columns) {
        row(columns);
        List<String> rules = new ArrayList<>(Collections.nCopies(texts, "---"));
        rules.addAll(Collections.nCopies(columns.length - texts, "---:"));
        row(rules.toArray(String[]::new));
    }

    void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
