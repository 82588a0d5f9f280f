package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Prometheus would get of ours.
 *
 * @param lines as the server wrote them, comments included
 */
record Scrape(List<String> lines) {

    private static final String OURS = "keycloak_jumpcloud";
    private static final String TYPE = "# TYPE ";
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    static Scrape of(KeycloakServer server) {
        return new Scrape(
                server.metrics().lines().filter(line -> line.contains(OURS)).toList());
    }

    /** The names of a time series' labels, without that of a bucket's bound. */
    static Set<String> labels(String line) {
        return LABEL.matcher(line)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toSet());
    }

    /** Types by name. OpenMetrics leaves a counter's suffix out where it tells the type. */
    Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        lines.stream().filter(line -> line.startsWith(TYPE)).forEach(line -> {
            String[] words = line.substring(TYPE.length()).split(" ");
            String suffix = words[1].equals("counter") && !words[0].endsWith("_total") ? "_total" : "";
            types.put(words[0] + suffix, words[1]);
        });
        return types;
    }

    /** One provider's time series. */
    List<String> of(FederationApi federation) {
        return lines.stream()
                .filter(line -> line.contains("provider_id=\"" + federation.id() + "\""))
                .toList();
    }

    /** The sum of a provider's time series of this name with all of these labels, given as {@code name="value"}. */
    double sum(FederationApi federation, String name, String... labels) {
        return of(federation).stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
