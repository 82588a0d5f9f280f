package io.github.keycloakjumpcloud.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts of a list, for statements and transactions that can only take so many. */
public final class Chunks {

    /** Databases limit the length of a list in a statement. */
    private static final int STATEMENT = 500;

    private Chunks() {}

    /** Parts that fit into one statement, in order. */
    static <T> Stream<List<T>> ofStatements(Collection<T> all) {
        return of(all, STATEMENT);
    }

    /** Parts of this size, in order; the last one may be smaller. */
    public static <T> Stream<List<T>> of(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(number -> list.subList(number * size, Math.min((number + 1) * size, list.size())));
    }
}
