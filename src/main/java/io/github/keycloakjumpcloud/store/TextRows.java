package io.github.keycloakjumpcloud.store;

import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs through the rows of a query for several text columns without holding them all. */
final class TextRows {

    /** Rows that travel together: drivers keep a whole result in memory otherwise, or fetch it by tens. */
    private static final int FETCH_SIZE = 2_000;

    private TextRows() {}

    static void forEach(TypedQuery<Object[]> query, Consumer<String[]> use) {
        try (Stream<Object[]> rows =
                query.setHint("org.hibernate.fetchSize", FETCH_SIZE).getResultStream()) {
            rows.map(row -> Arrays.copyOf(row, row.length, String[].class)).forEach(use);
        }
    }
}
