package io.github.keycloakjumpcloud.faults;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The section that tells what a cluster did when a node or its database was away. */
record ClusterFaultReport(int users, int changed, List<ClusterTrial> trials) {

    static final String TITLE = "A cluster of two";

    String text(String postgres) {
        long held = trials.stream().filter(ClusterTrial::holds).count();
        return String.join(
                "\n",
                "Two Keycloak nodes on one PostgreSQL, " + users
                        + " users. People sign in one after the other at both nodes, eight at a time; where a node takes no connection or breaks off,"
                        + " they ask the other one, as a load balancer does. " + changed
                        + " users have changed, and a sync of them is under way on one node when the fault strikes. Then syncs are asked for at the other"
                        + " node until one completes, and every user is looked at. Brute-force detection locks an account for good at the first failure"
                        + " that it counts.",
                "",
                "**" + held + " of " + trials.size()
                        + " hold:** the next sync completes, everybody is as in JumpCloud, and nobody was told that a right password is wrong.",
                "",
                "| fault | the sync ended | the next one | users that differ | sign-ins | signed in | \"later\" (503) | other answers, or none | refused | longest (s) |",
                "|---|---|---|---:|---:|---:|---:|---:|---:|---:|",
                trials.stream().map(ClusterFaultReport::row).collect(Collectors.joining("\n")),
                "",
                "Other answers are Keycloak's own errors while its database is away.",
                "",
                Circumstances.text() + ", " + postgres
                        + "; repeat with `mvn -Pfaults -Dfaults.what=cluster`, vary with `-Dfaults.rounds`.",
                "");
    }

    private static String row(ClusterTrial trial) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %d | %d | %d | %d | %d | %.1f |",
                trial.fault().label(),
                trial.run(),
                trial.next(),
                trial.wrong(),
                trial.signIns().size(),
                trial.succeeded(),
                trial.postponed(),
                trial.broken(),
                trial.refused(),
                trial.longestMillis() / 1000.0);
    }
}
