package io.github.keycloakjumpcloud.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** The statements of a database that wait for a lock which the test holds. */
public final class BlockedStatements {

    private static final String BLOCKED =
            " from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query_start ";

    private final PostgresDatabase database;
    private String last = "-infinity";

    public BlockedStatements(PostgresDatabase database) {
        this.database = database;
    }

    /** Waits until a statement is blocked that began after the last one which was refused. */
    public void await(String what) {
        until(what, () -> isBlocked("> '" + last + "'"));
    }

    /** Waits until one is blocked for as long. */
    public void await(String what, Duration time) {
        until(what, () -> isBlocked("< now() - interval '" + time.toMillis() + " milliseconds'"));
    }

    /** Ends the next one that is blocked, as the database does with one side of a deadlock. */
    public void refuse(String what) throws SQLException {
        await(what);
        refuseNext();
    }

    /** Ends each that is blocked, until the condition holds. */
    public void refuseUntil(String what, Callable<Boolean> condition) {
        until(what, () -> {
            if (isBlocked("> '" + last + "'")) {
                refuseNext();
            }
            return condition.call();
        });
    }

    private void refuseNext() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement cancel = connection.prepareStatement(
                        "select query_start::text, pg_cancel_backend(pid)" + BLOCKED + "> '" + last + "'");
                ResultSet refused = cancel.executeQuery()) {
            if (refused.next()) {
                last = refused.getString(1);
            }
        }
    }

    private boolean isBlocked(String began) {
        return database.count("select count(*)" + BLOCKED + began) > 0;
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
