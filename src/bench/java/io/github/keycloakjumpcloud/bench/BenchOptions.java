package io.github.keycloakjumpcloud.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is measured, from system properties.
 *
 * @param warmUpUsers users of another company that are imported before anything is measured; 0 for none
 * @param builtInUpTo for each round trip the most users that the built-in provider is measured with
 */
record BenchOptions(
        List<Integer> sizes,
        List<DatabaseKind> databases,
        List<Integer> roundTrips,
        List<Contender> contenders,
        int repetitions,
        int warmUpUsers,
        Map<Integer, Integer> builtInUpTo,
        String heap,
        String jvmOptions) {

    static BenchOptions read() {
        return new BenchOptions(
                numbers(System.getProperty("bench.sizes", "2000,10000,100000")),
                words(System.getProperty("bench.databases", "h2,postgres")).stream()
                        .map(DatabaseKind::named)
                        .toList(),
                numbers(System.getProperty("bench.roundTrips", "0,30")),
                words(System.getProperty("bench.contenders", "built_in,ours")).stream()
                        .map(name -> Contender.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList(),
                Integer.getInteger("bench.repetitions", 3),
                Integer.getInteger("bench.warmUpUsers", 500),
                bounds(System.getProperty("bench.builtInUpTo", "0:10000,30:2000")),
                System.getProperty("bench.heap", "-Xms768m -Xmx768m"),
                System.getProperty("bench.jvmOptions", ""));
    }

    /** That measures the same again. */
    String command() {
        return "mvn -Pbench -Dbench.sizes=" + list(sizes) + " -Dbench.databases="
                + list(databases).toLowerCase(Locale.ROOT) + " -Dbench.roundTrips=" + list(roundTrips)
                + " -Dbench.repetitions=" + repetitions;
    }

    private static String list(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    boolean isWanted(Cell cell) {
        return cell.contender() != Contender.BUILT_IN
                || cell.scale().users() <= builtInUpTo.getOrDefault(cell.roundTripMillis(), Integer.MAX_VALUE);
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::trim).toList();
    }

    private static List<Integer> numbers(String list) {
        return words(list).stream().map(Integer::valueOf).toList();
    }

    private static Map<Integer, Integer> bounds(String list) {
        Map<Integer, Integer> bounds = new TreeMap<>();
        for (String pair : words(list)) {
            String[] both = pair.split(":", -1);
            bounds.put(Integer.valueOf(both[0]), Integer.valueOf(both[1]));
        }
        return bounds;
    }
}
