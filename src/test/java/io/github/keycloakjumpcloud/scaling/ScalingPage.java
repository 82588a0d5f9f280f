package io.github.keycloakjumpcloud.scaling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * docs/scaling.md, whose tables stand between {@code <!-- table: name -->} and {@code <!-- end -->}.
 *
 * @param tables each by its name
 */
record ScalingPage(Map<String, String> tables) {

    private static final Pattern PLACE =
            Pattern.compile("(<!-- table: ([a-z-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    ScalingPage {
        tables = Map.copyOf(tables);
    }

    static ScalingPage ofMeasurements() {
        Samples syncs = Samples.read("syncs.csv");
        SyncTables times = new SyncTables(syncs, SyncModels.of(syncs));
        LoadTables load = new LoadTables(syncs, Samples.read("tables.csv"));
        MemoryTables memory = new MemoryTables(Samples.read("memory.csv"));
        SignInTables signIns = new SignInTables(Samples.read("sign-ins.csv"));
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("forecast", times.forecast());
        tables.put("phases", times.phases());
        tables.put("model", times.model());
        tables.put("measured", times.measured());
        tables.put("jumpcloud", load.jumpCloud());
        tables.put("database", load.database());
        tables.put("rows", load.rows());
        tables.put("memory-forecast", memory.forecast());
        tables.put("memory-model", memory.model());
        tables.put("memory", memory.measured());
        tables.put("sign-ins", signIns.measured());
        tables.put("sign-in-model", signIns.model());
        return new ScalingPage(tables);
    }

    /** The page with the tables as they have to be. */
    String in(String page) {
        return PLACE.matcher(page).replaceAll(place -> {
            String table = tables.get(place.group(2));
            if (table == null) {
                throw new IllegalArgumentException("There is no table " + place.group(2) + ", only " + tables.keySet());
            }
            return Matcher.quoteReplacement(place.group(1) + "\n" + table + "\n" + place.group(3));
        });
    }

    /** How many of the tables the page has a place for. */
    static long places(String page) {
        return PLACE.matcher(page)
                .results()
                .map(place -> place.group(2))
                .distinct()
                .count();
    }
}
