package io.github.keycloakjumpcloud.scaling;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Tables about how long syncs take. */
record SyncTables(Samples syncs, SyncModels models) {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final List<String> KINDS = List.of("import", "unchanged", "changed");

    /** Every circumstance that was measured, with what the model says of it. */
    String measured() {
        Table table = new Table(
                1,
                "sync",
                "users",
                "memberships",
                "ms to JumpCloud",
                "ms to the database",
                "measured",
                "times",
                "model",
                "model errs by");
        for (String kind : KINDS) {
            for (Samples cell : ascending(SyncModels.cells(syncs.where("rewritten", "no"), kind))) {
                Sample first = cell.first();
                double measured = cell.median("seconds");
                double modelled = models.of(kind, first);
                table.row(
                        label(kind),
                        Figures.whole(first.number("users")),
                        Figures.whole(first.number("memberships")),
                        first.text("ldapMillis"),
                        first.text("databaseMillis"),
                        spread(cell),
                        String.valueOf(cell.all().size()),
                        Figures.seconds(modelled),
                        Figures.error(modelled / measured - 1));
            }
        }
        return table.text();
    }

    /** What each term costs. */
    String model() {
        Table table = new Table(2, "part", "for", "seconds");
        part(table, "first import: begin, read, compare, end", models.importReading());
        part(table, "first import: create groups", models.groups());
        part(table, "first import: create users", models.users());
        part(table, "sync that finds nothing changed", models.unchanged());
        part(table, "on top of that: write changed users", models.changes());
        return table.text();
    }

    private static void part(Table table, String name, FittedModel model) {
        for (int term = 0; term < model.terms().size(); term++) {
            table.row(
                    term == 0 ? name : "",
                    model.terms().get(term).name(),
                    Figures.cost(model.coefficients().get(term)));
        }
        table.row("", "worst error, " + model.fits().size() + " circumstances", Figures.percent(model.worst()));
    }

    /** What the model says of round numbers. */
    String forecast() {
        Table table = new Table(
                2,
                "users",
                "database",
                "first import",
                "nothing changed",
                "1 % of users changed",
                "written a second in an import");
        for (int users : SIZES) {
            for (int database : List.of(0, 1, 5)) {
                Sample all = Circumstances.of(users, users / 100, 30, database);
                double firstImport = models.firstImport(all);
                table.row(
                        Figures.whole(users),
                        database + " ms" + (users > mostMeasured(database) ? ", extrapolated" : ""),
                        Figures.seconds(firstImport),
                        Figures.seconds(models.unchanged().of(all)),
                        Figures.seconds(models.changed(all)),
                        Figures.whole(users / firstImport) + " users");
            }
        }
        return table.text();
    }

    private double mostMeasured(int databaseMillis) {
        return syncs.where("databaseMillis", String.valueOf(databaseMillis)).most("users");
    }

    /** Where the time goes, of what was measured without any delay. */
    String phases() {
        Table table = new Table(
                1,
                "sync",
                "users",
                "memberships",
                "all",
                "reading both sides",
                "comparing",
                "writing groups",
                "writing users",
                "processors of Keycloak");
        Samples near = syncs.where(sample ->
                sample.is("ldapMillis", "0") && sample.is("databaseMillis", "0") && sample.is("rewritten", "no"));
        for (String kind : KINDS) {
            for (Samples cell : SyncModels.cells(near, kind)) {
                double all = cell.median("seconds");
                table.row(
                        label(kind),
                        Figures.whole(cell.first().number("users")),
                        Figures.whole(cell.first().number("memberships")),
                        Figures.seconds(all),
                        Figures.percent(cell.median("reading") / all),
                        Figures.percent(cell.median("comparing") / all),
                        Figures.percent(cell.median("groupsWritten") / all),
                        Figures.percent(cell.median("usersWritten") / all),
                        Figures.number(cell.median("cpuSeconds") / all));
            }
        }
        return table.text();
    }

    private static List<Samples> ascending(Collection<Samples> cells) {
        return cells.stream()
                .sorted(Comparator.comparing((Samples cell) -> cell.first().number("users"))
                        .thenComparing(cell -> cell.first().number("memberships"))
                        .thenComparing(cell -> cell.first().number("databaseMillis"))
                        .thenComparing(cell -> cell.first().number("ldapMillis")))
                .toList();
    }

    private static String spread(Samples cell) {
        String median = Figures.seconds(cell.median("seconds"));
        return cell.all().size() == 1
                ? median
                : median + " (" + Figures.number(cell.least("seconds")) + "–" + Figures.number(cell.most("seconds"))
                        + ")";
    }

    static String label(String kind) {
        return switch (kind) {
            case "import" -> "first import";
            case "unchanged" -> "nothing changed";
            case "changed" -> "1 % of users changed";
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
