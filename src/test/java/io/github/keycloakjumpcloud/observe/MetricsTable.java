package io.github.keycloakjumpcloud.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of docs/metrics.md: every metric with its type and tags. */
public record MetricsTable(Map<String, Metric> metrics) {

    private static final Path PAGE = Path.of("docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (\\w+) \\|([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("`(\\w+)`");
    private static final Set<String> COMMON = Set.of("realm", "provider", "provider_id");

    /**
     * A row.
     *
     * @param tags those that all metrics carry included
     */
    public record Metric(String type, Set<String> tags) {}

    public static MetricsTable read() {
        Map<String, Metric> metrics = new TreeMap<>();
        Matcher row = ROW.matcher(text(PAGE));
        while (row.find()) {
            Set<String> tags = new TreeSet<>(COMMON);
            TAG.matcher(row.group(3)).results().forEach(tag -> tags.add(tag.group(1)));
            metrics.put(row.group(1), new Metric(row.group(2), tags));
        }
        return new MetricsTable(metrics);
    }

    /** Types by name, as {@code # TYPE} lines of a scrape give them. */
    public Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        metrics.forEach((name, metric) -> types.put(name, metric.type()));
        return types;
    }

    /** The metric that a time series belongs to, if there is one. */
    public Optional<Metric> ofSeries(String series) {
        Optional<Metric> metric = Optional.ofNullable(metrics.get(series));
        String parts = series.endsWith("_bucket") ? "histogram" : "histogram|summary";
        String whole = series.replaceFirst("_(bucket|count|sum)$", "");
        return metric.or(() -> Optional.ofNullable(metrics.get(whole))
                .filter(found -> found.type().matches(parts)));
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
