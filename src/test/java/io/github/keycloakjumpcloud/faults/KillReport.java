package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.faults.KilledImports.Undisturbed;
import java.util.List;
import java.util.Locale;

/** The section that tells what the kills did. */
record KillReport(int users, int groups, int memberships, long seed, Undisturbed undisturbed, List<Trial> trials) {

    static final String TITLE = "Killed imports";

    String text(String postgres) {
        StringBuilder text = new StringBuilder();
        long whole = trials.stream().filter(trial -> trial.difference() == null).count();
        text.append("The Keycloak process is killed (SIGKILL) at a random moment of a first import of ")
                .append(users)
                .append(" users in ")
                .append(groups)
                .append(" groups, ")
                .append(memberships)
                .append(
                        " memberships each. Then it is started again and asked to sync until it does; it waits as long as the dead run's lease lasts."
                                + " Afterwards every row of the realm's users, attributes, memberships, role mappings, required actions, credentials and groups"
                                + " is compared with those of an import that nobody disturbed (")
                .append(undisturbed.rows().count())
                .append(" rows; ids and times are left out).\n\n")
                .append("**")
                .append(whole)
                .append(" of ")
                .append(trials.size())
                .append(" ended whole.**\n\n")
                .append(Circumstances.text())
                .append(", ")
                .append(postgres)
                .append("; undisturbed import ")
                .append(seconds(undisturbed.duration().toMillis()))
                .append(" s in a warm JVM; repeat with `mvn -Pfaults -Dfaults.what=kills -Dfaults.seed=")
                .append(seed)
                .append("`, vary with `-Dfaults.kills` and `-Dfaults.users`.\n\n")
                .append(
                        "| # | killed after (s) | users then | memberships then | syncs asked for | whole after (s) | difference |\n")
                .append("|---|---|---|---|---|---|---|\n");
        trials.forEach(trial -> text.append(row(trial)));
        return text.toString();
    }

    private static String row(Trial trial) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d | %d | %d | %d | %s |%n",
                trial.number(),
                seconds(trial.killedAfterMillis()),
                trial.usersThen(),
                trial.membershipsThen(),
                trial.syncs(),
                trial.secondsToWhole(),
                trial.difference() == null ? "none" : trial.difference());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }
}
