package io.github.keycloakjumpcloud.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A row of a Markdown table. */
record TableRow(List<String> cells) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** All rows of a page in their order; headings and the lines below them are rows too. */
    static List<TableRow> of(List<String> page) {
        return page.stream()
                .filter(line -> line.startsWith("|") && line.endsWith("|"))
                .map(line -> line.substring(1, line.length() - 1))
                .map(line -> new TableRow(
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()))
                .toList();
    }

    /** What a cell shows as code. */
    List<String> code(int column) {
        return CODE.matcher(cells.get(column))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
