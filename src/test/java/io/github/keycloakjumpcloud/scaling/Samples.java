package io.github.keycloakjumpcloud.scaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was measured of one kind. */
record Samples(List<Sample> all) {

    private static final Path FOLDER = Path.of("docs", "scaling");

    Samples {
        all = List.copyOf(all);
    }

    /** The file of this name below docs/scaling. */
    static Samples read(String file) {
        try {
            return of(Files.readAllLines(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines the columns' names, then their values */
    static Samples of(List<String> lines) {
        List<String> columns = split(lines.get(0));
        List<Sample> samples = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = split(line);
            if (values.size() != columns.size()) {
                throw new IllegalArgumentException("'" + line + "' has not the columns " + columns);
            }
            Map<String, String> sample = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                sample.put(columns.get(column), values.get(column));
            }
            samples.add(new Sample(sample));
        }
        return new Samples(samples);
    }

    private static List<String> split(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    Samples where(String column, String value) {
        return where(sample -> sample.is(column, value));
    }

    Samples where(Predicate<Sample> which) {
        return new Samples(all.stream().filter(which).toList());
    }

    /** Those that agree in all of these columns together, in the order of their first. */
    Collection<Samples> by(String... columns) {
        Function<Sample, List<String>> key =
                sample -> Arrays.stream(columns).map(sample::text).toList();
        return all.stream()
                .collect(Collectors.groupingBy(
                        key, LinkedHashMap::new, Collectors.collectingAndThen(Collectors.toList(), Samples::new)))
                .values();
    }

    /** The first, for columns in which all agree. */
    Sample first() {
        return all.get(0);
    }

    double median(String column) {
        double[] sorted = all.stream()
                .mapToDouble(sample -> sample.number(column))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least(String column) {
        return all.stream().mapToDouble(sample -> sample.number(column)).min().orElseThrow();
    }

    double most(String column) {
        return all.stream().mapToDouble(sample -> sample.number(column)).max().orElseThrow();
    }
}
