package io.github.keycloakjumpcloud.bench;

import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/benchmarks.md}: what was measured, how, on what, and nothing that was not. */
record BenchDocument(BenchOptions options, Results results, RunDescription run) {

    static final String PICTURE = "images/benchmark.svg";

    String text() {
        return String.join(
                "\n",
                "# Benchmark",
                "",
                "Keycloak's own `ldap` provider with its group mapper in `IMPORT` mode, and this extension, measured in one run. Written by",
                "`mvn -Pbench`; do not edit.",
                "",
                "![Time against users](" + PICTURE + ")",
                "",
                new ResultTable(options, results).text(),
                "## How to read it",
                "",
                how(),
                "## Run",
                "",
                circumstances(),
                new JmhSection(BenchFolder.get().path().resolve("jmh.json")).text());
    }

    private String how() {
        return list(List.of(
                "**sync**: the five happen one after the other, each on what the one before has left. \"The tenth time\": the server has"
                        + " compiled what a sync needs, as one has that syncs every hour. \"10 % of memberships changed\": every group has"
                        + " lost a tenth of its members and won as many.",
                "**times** are those of the call `POST /admin/realms/{realm}/user-storage/{id}/sync?action=triggerFullSync` until its answer: the"
                        + " median of " + options.repetitions()
                        + " repetitions, with the least and the most. Every repetition has a Keycloak and a"
                        + " database of its own, copied from one that Keycloak made. " + warmUp(),
                "**faster**: the median of the built-in provider divided by that of this extension.",
                "**limit**: what directory and database need for it, measured in the same repetitions without Keycloak: reading users and groups over"
                        + " the same line in one search each; then, for the first import, inserting the same rows into the same tables by plain JDBC"
                        + " batches of 1,000 over one connection, and for the others reading these rows once. It reads in a process of its"
                        + " own that has read as often as the server: the first two rows are compared with a second reading and what follows"
                        + " with an eleventh (at 100,000 users a third).",
                "**LDAP operations**: binds and searches, a page of a paged search being a search, from slapd's `cn=Monitor`. Left of the slash the"
                        + " built-in provider, right of it this extension; so in all columns that follow.",
                "**SQL**: executions of statements as PostgreSQL's `pg_stat_statements` counts them, every row of a JDBC batch by itself. H2 is not"
                        + " counted. What a sync writes that finds nothing changed is its own entry in the history with its progress and its"
                        + " lease, and Keycloak's note of the time: nothing of users, groups or memberships, which tests hold.",
                "**heap**: the most that was left after a collection during the sync, of all repetitions, from the JVM's log (`-Xlog:gc`); H2 keeps"
                        + " its cache there too. A dash: no collection happened.",
                "**left wrong**: users whose last name and memberships in Keycloak are not those in the directory after the sync; the built-in mapper"
                        + " imports memberships only with a user's first import.",
                "**not measured**: what would take hours. `-Dbench.sizes`, `-Dbench.databases`, `-Dbench.roundTrips`, `-Dbench.contenders` and"
                        + " `-Dbench.builtInUpTo` choose; what was measured stays in `target/bench/results`, and every run writes this page from"
                        + " all of it."));
    }

    private String warmUp() {
        return options.warmUpUsers() == 0
                ? "Nothing is warmed up."
                : "Before, the same provider imports another company of " + options.warmUpUsers() + " users, syncs it "
                        + CellRun.WARM_UP_SYNCS
                        + " times in all and deletes it: what is measured is not the compilation of a server that has just started.";
    }

    private String circumstances() {
        Machine machine = run.machine();
        return list(List.of(
                "machine: " + machine.processor() + ", " + machine.cores() + " cores, "
                        + Numbers.whole(machine.memoryMebibytes()) + " MiB, " + machine.system()
                        + "; everything runs on it, side by side",
                "Java: " + machine.java() + "; Keycloak's heap: `" + options.heap() + "`",
                "servers: " + String.join("; ", run.servers()),
                "data: everybody is in " + Scale.MEMBERSHIPS + " groups, of which there are "
                        + options.sizes().stream()
                                .map(Scale::of)
                                .map(scale -> Numbers.whole(scale.groups()) + " for " + Numbers.whole(scale.users())
                                        + " users")
                                .collect(Collectors.joining(", ")),
                "line: TLS; a round trip of 0 ms is the loopback interface itself, any other one a relay that holds every byte back for half of it, in"
                        + " both directions, and a new connection for the whole of it",
                "command: `" + run.command() + "`",
                "date: " + run.date() + ", commit " + machine.commit()));
    }

    private static String list(List<String> points) {
        return points.stream().map(point -> "- " + point + "\n").collect(Collectors.joining());
    }
}
