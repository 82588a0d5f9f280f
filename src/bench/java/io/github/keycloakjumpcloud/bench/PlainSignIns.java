package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Measures sign-ins with a password alone, at a Keycloak with one provider. */
record PlainSignIns(KeycloakServer server, Contender provider, BenchDirectory directory, SignInOptions options) {

    void measure(List<SignInCell> cells, int repetition, Consumer<SignInFigures> results) {
        warmUp();
        Map<Line, List<SignInCell>> byLine = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> new Line(cell.roundTripMillis(), cell.situation()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byLine.forEach((line, its) -> measure(line, its, repetition, results));
    }

    /** What cells can share a realm. */
    private record Line(int roundTripMillis, Situation situation) {}

    /** A server that runs for days has compiled what a sign-in needs. */
    private void warmUp() {
        try (SignInRealm realm = realm(List.of(directory.url(0)))) {
            realm.warmUp(SignInKind.KNOWN_USER, options.warmUp());
            realm.warmUp(SignInKind.UNKNOWN_NAME, options.warmUp() / 16);
            realm.warmUp(SignInKind.WRONG_PASSWORD, options.warmUp() / 4);
        }
    }

    private void measure(Line line, List<SignInCell> cells, int repetition, Consumer<SignInFigures> results) {
        String living = directory.url(line.roundTripMillis());
        if (line.situation() == Situation.EVERYTHING_WORKS) {
            measure(List.of(living), cells, repetition, results);
            return;
        }
        try (DeadServer dead = DeadServer.of(line.situation())) {
            measure(List.of(dead.url(), living), cells, repetition, results);
        }
    }

    private void measure(List<String> urls, List<SignInCell> cells, int repetition, Consumer<SignInFigures> results) {
        try (SignInRealm realm = realm(urls)) {
            for (SignInCell cell : cells) {
                if (provider == Contender.OURS) {
                    realm.refreshAlways(cell.kind() == SignInKind.REFRESHED_USER);
                }
                realm.warmUp(cell.kind());
                int signIns = options.signIns(cell);
                results.accept(new SignInMeasurement(cell, repetition, server::cpuTime, directory::totals)
                        .of(signIns, () -> realm.run(cell.kind(), cell.users(), signIns)));
            }
        }
    }

    private SignInRealm realm(List<String> urls) {
        return SignInRealm.of(server, provider, directory, urls, directory.people());
    }
}
