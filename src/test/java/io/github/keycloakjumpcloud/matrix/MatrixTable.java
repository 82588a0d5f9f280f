package io.github.keycloakjumpcloud.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The README's table of what ran on what, with no more than was recorded. */
final class MatrixTable {

    private static final String HEAD = """
            | Keycloak | Java | which integration tests | run | failed | skipped | date | commit |
            |---|---|---|---:|---:|---:|---|---|
            """;

    private MatrixTable() {}

    static String of(List<CellResult> results) {
        if (results.isEmpty()) {
            return "Nothing has been run yet.\n";
        }
        return HEAD + results.stream().map(MatrixTable::row).collect(Collectors.joining()) + failures(results)
                + skips(results)
                + "\nWritten by `mvn -Pmatrix` from [docs/matrix.json](docs/matrix.json), which has the command of each row. "
                + jars(results) + "\n";
    }

    private static String row(CellResult result) {
        Tally tally = result.tally();
        String classes = tally.classes() + (tally.classes() == 1 ? " class" : " classes");
        String which = (result.isComplete() ? "all, " : "a part, ") + classes;
        return "| "
                + String.join(
                        " | ",
                        result.cell().keycloak(),
                        result.javaVersion(),
                        which,
                        String.valueOf(tally.countRun()),
                        String.valueOf(tally.failed().size()),
                        String.valueOf(tally.countSkipped()),
                        result.date(),
                        result.commit())
                + " |\n";
    }

    private static String failures(List<CellResult> results) {
        String list = results.stream()
                .flatMap(result ->
                        result.tally().failed().stream().map(test -> "- " + result.cell() + ": " + test + "\n"))
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "\nWhat failed:\n\n" + list;
    }

    /** Each reason once, with how many tests gave it in a row: all rows agree but where a program was missing. */
    private static String skips(List<CellResult> results) {
        Map<String, Set<Integer>> counts = new TreeMap<>();
        results.forEach(result -> result.tally().skipped().forEach((reason, count) -> counts.computeIfAbsent(
                        reason, key -> new TreeSet<>())
                .add(count)));
        String list = counts.entrySet().stream()
                .map(entry -> "- "
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(" or ")) + ": "
                        + entry.getKey() + "\n")
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "\nWhat was skipped, and why:\n\n" + list;
    }

    private static String jars(List<CellResult> results) {
        long jars = results.stream().map(CellResult::jar).distinct().count();
        return jars == 1
                ? "One jar in all rows."
                : String.format(Locale.ROOT, "%d builds of the jar: rows of one commit have the same.", jars);
    }
}
