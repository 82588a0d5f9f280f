package io.github.keycloakjumpcloud.scaling;

import java.util.List;
import java.util.Locale;

/** Tables about what syncs ask of JumpCloud and of the database, and what they leave there. */
record LoadTables(Samples syncs, Samples tables) {

    private static final double MEBIBYTE = 1 << 20;
    private static final List<String> TABLES = List.of(
            "user_entity",
            "user_attribute",
            "user_role_mapping",
            "user_group_membership",
            "keycloak_group",
            "group_attribute");

    /** Of a directory behind a line that counts. */
    String jumpCloud() {
        Table table = new Table(1, "sync", "users", "memberships", "searches", "bytes from JumpCloud", "for each user");
        Samples counted = syncs.where(sample -> sample.number("ldapBytes") > 0);
        for (String kind : List.of("import", "unchanged", "changed")) {
            for (Samples cell : counted.where("sync", kind).by("users", "memberships")) {
                double bytes = cell.median("ldapBytes");
                table.row(
                        SyncTables.label(kind),
                        Figures.whole(cell.first().number("users")),
                        Figures.whole(cell.first().number("memberships")),
                        Figures.whole(cell.median("searches")),
                        Figures.number(bytes / MEBIBYTE) + " MiB",
                        Figures.whole(bytes / cell.first().number("users")));
            }
        }
        return table.text();
    }

    /** Statements, and round trips where a line counted them. */
    String database() {
        Table table = new Table(
                1, "sync", "users", "memberships", "statements that read", "statements that write", "round trips");
        for (String kind : List.of("import", "unchanged", "changed")) {
            for (Samples cell :
                    syncs.where("rewritten", "no").where("sync", kind).by("users", "memberships")) {
                Samples counted = cell.where(sample -> sample.number("databaseTurns") > 0);
                table.row(
                        SyncTables.label(kind),
                        Figures.whole(cell.first().number("users")),
                        Figures.whole(cell.first().number("memberships")),
                        Figures.whole(cell.median("sqlReads")),
                        Figures.whole(cell.median("sqlWrites")),
                        counted.all().isEmpty() ? "not counted" : Figures.whole(counted.median("databaseTurns")));
            }
        }
        return table.text();
    }

    /** Rows and bytes, of each user and each membership. */
    String rows() {
        Table table = new Table(1, "table", "users", "memberships", "rows", "MiB with indexes", "bytes a row");
        for (String name : TABLES) {
            for (Samples cell : tables.where("table", name).by("users", "memberships")) {
                Sample sample = cell.first();
                double bytes = cell.median("bytes");
                table.row(
                        "`" + name.toUpperCase(Locale.ROOT) + "`",
                        Figures.whole(sample.number("users")),
                        Figures.whole(sample.number("memberships")),
                        Figures.whole(sample.number("rows")),
                        Figures.number(bytes / MEBIBYTE),
                        Figures.whole(bytes / sample.number("rows")));
            }
        }
        return table.text();
    }
}
