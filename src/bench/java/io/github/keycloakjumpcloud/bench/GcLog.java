package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A log of garbage collections as {@code -Xlog:gc:file=…:time} writes it. */
record GcLog(Path file) {

    /** No collection, so nothing is known. */
    static final int UNKNOWN = -1;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final Pattern PAUSE =
            Pattern.compile("\\[(\\S+)] GC\\(\\d+\\) Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\).*");

    /** The most that was left in the heap, in MiB, by any collection in this time. */
    int peakMebibytes(Instant from, Instant to) {
        return most(from, to, line -> true);
    }

    /** The same of collections of the whole heap, which leave nothing that nobody can reach. */
    int mostLeftByWholeCollections(Instant from, Instant to) {
        return most(from, to, line -> line.contains("Pause Full"));
    }

    private int most(Instant from, Instant to, Predicate<String> which) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(which)
                    .map(PAUSE::matcher)
                    .filter(Matcher::matches)
                    .filter(pause -> within(pause.group(1), from, to))
                    .mapToInt(pause -> Integer.parseInt(pause.group(3)))
                    .max()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean within(String time, Instant from, Instant to) {
        Instant at = OffsetDateTime.parse(time, TIME).toInstant();
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
