package io.github.keycloakjumpcloud.bench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Measures sign-ins with a password alone: each cell with one provider right after the other, so that a machine that is slower for a while is slower
 * for all of them.
 */
record SideBySide(BenchDirectory directory, List<PlainSignIns> providers, Consumer<SignInFigures> results) {

    /** What cells can share a realm. */
    private record Line(int roundTripMillis, Situation situation) {}

    /** @param cells of any of the providers */
    void measure(List<SignInCell> cells) {
        Map<Line, List<SignInCell>> byLine = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> new Line(cell.roundTripMillis(), cell.situation()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byLine.forEach(this::measure);
    }

    private void measure(Line line, List<SignInCell> cells) {
        String living = directory.url(line.roundTripMillis());
        if (line.situation() == Situation.EVERYTHING_WORKS) {
            measure(List.of(living), cells);
            return;
        }
        try (DeadServer dead = DeadServer.of(line.situation())) {
            measure(List.of(dead.url(), living), cells);
        }
    }

    private void measure(List<String> urls, List<SignInCell> cells) {
        Map<Contender, SignInRealm> realms = new EnumMap<>(Contender.class);
        try {
            for (PlainSignIns provider : providers) {
                realms.put(provider.provider(), provider.realm(urls));
            }
            for (SignInCell cell : inTurns(cells)) {
                for (PlainSignIns provider : providers) {
                    if (cell.contender().provider() == provider.provider()) {
                        SignInRealm realm = Objects.requireNonNull(realms.get(provider.provider()));
                        results.accept(provider.measure(realm, cell));
                    }
                }
            }
        } finally {
            realms.values().forEach(SignInRealm::close);
        }
    }

    /** Cells that differ in nothing but the provider one after the other; the busiest first, in which a server compiles what it has not yet. */
    private static List<SignInCell> inTurns(List<SignInCell> cells) {
        Map<SignInCell, List<SignInCell>> same = cells.stream()
                .sorted(Comparator.comparingInt(SignInCell::users).reversed())
                .collect(Collectors.groupingBy(
                        cell -> cell.by(SignInContender.OURS), LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().flatMap(List::stream).toList();
    }
}
