package io.github.keycloakjumpcloud.scaling;

import java.util.Comparator;
import java.util.List;

/** Tables about sign-ins of known users. */
record SignInTables(Samples signIns) {

    private static final String ALONE = "1";
    private static final List<String> ORDER = List.of("yes", "no", "partly");

    String measured() {
        Table table = new Table(
                1,
                "user",
                "at once",
                "ms to JumpCloud",
                "ms to the database",
                "median (ms)",
                "99 % (ms)",
                "a second",
                "round trips to the database",
                "binds and searches",
                "CPU (ms)",
                "times");
        List<Samples> cells = signIns.by("cached", "atOnce", "ldapMillis", "databaseMillis").stream()
                .sorted(Comparator.comparing(
                                (Samples cell) -> ORDER.indexOf(cell.first().text("cached")))
                        .thenComparing(cell -> cell.first().number("atOnce"))
                        .thenComparing(cell -> cell.first().number("databaseMillis"))
                        .thenComparing(cell -> cell.first().number("ldapMillis")))
                .toList();
        for (Samples cell : cells) {
            Sample first = cell.first();
            double each = first.number("signIns");
            table.row(
                    label(first),
                    first.text("atOnce"),
                    first.text("ldapMillis"),
                    first.text("databaseMillis"),
                    Figures.whole(cell.median("median")),
                    Figures.whole(cell.median("percentile99")),
                    Figures.whole(each / cell.median("seconds")),
                    first.is("databaseMillis", "0")
                            ? "not counted"
                            : Figures.number(cell.median("databaseTurns") / each),
                    Figures.number(cell.median("ldapOperations") / each),
                    Figures.number(cell.median("cpuSeconds") / each * 1e3),
                    String.valueOf(cell.all().size()));
        }
        return table.text();
    }

    String model() {
        Table table = new Table(
                1, "user", "by itself (ms)", "round trips to JumpCloud", "round trips to the database", "worst error");
        for (String cached : List.of("yes", "no")) {
            FittedModel model = model(cached);
            table.row(
                    cached.equals("yes") ? "in Keycloak's cache" : "not in it, the first time after a sync",
                    Figures.number(model.coefficients().get(0)),
                    Figures.number(model.coefficients().get(1)),
                    Figures.number(model.coefficients().get(2)),
                    Figures.percent(model.worst()));
        }
        return table.text();
    }

    /** Milliseconds of one sign-in while nobody else signs in. */
    FittedModel model(String cached) {
        return FittedModel.of(
                signIns.where("cached", cached).where("atOnce", ALONE).by("ldapMillis", "databaseMillis"),
                "median",
                List.of(
                        Term.ONCE,
                        Term.of("each ms to JumpCloud", "ldapMillis"),
                        Term.of("each ms to the database", "databaseMillis")));
    }

    private static String label(Sample sample) {
        return switch (sample.text("cached")) {
            case "yes" -> "in the cache";
            case "partly" -> "the second time after a sync";
            default -> "the first time after a sync";
        };
    }
}
