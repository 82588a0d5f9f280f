package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The table of passwords kept for outages, as the database shows it. */
record KeptRows(PostgresDatabase database) {

    private static final String TABLE = "jumpcloud_kept_password";

    long count() {
        return database.count("select count(*) from " + TABLE);
    }

    /** Of the only row. */
    long until() {
        return Long.parseLong(text("kept_until"));
    }

    /** Of the only row. */
    String hashId() {
        return text("hash_id");
    }

    /** A column of the only row. */
    String text(String column) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select " + column + " from " + TABLE);
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("Nothing is kept");
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets everything be older by so much. */
    void age(Duration time) {
        update("update " + TABLE + " set kept_until = kept_until - " + time.toMillis());
    }

    void clear() {
        update("delete from " + TABLE);
    }

    private void update(String statement) {
        try (Connection connection = database.connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
