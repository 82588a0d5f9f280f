package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown; the columns after the first few are numbers and stand on the right. */
final class MarkdownTable {

    private final int texts;
    private final List<String> columns;
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(int texts, String... columns) {
        this.texts = texts;
        this.columns = List.of(columns);
        line(this.columns);
        List<String> rules = new ArrayList<>(Collections.nCopies(texts, "---"));
        rules.addAll(Collections.nCopies(columns.length - texts, "---:"));
        line(rules);
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns, of which "
                    + texts + " are texts: " + cells);
        }
        line(cells);
    }

    private void line(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
