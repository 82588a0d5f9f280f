package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Measures all sign-ins that were asked for and not yet measured. */
final class SignInRun {

    private static final int PEOPLE = 1_000;

    private final SignInOptions options;
    private final SignInResults results;
    private final BenchKeycloak keycloak;

    SignInRun(SignInOptions options, SignInResults results, BenchKeycloak keycloak) {
        this.options = options;
        this.results = results;
        this.keycloak = keycloak;
    }

    /** Repetition by repetition, so that what slows the machine down for a while meets everybody. */
    void measureMissing() {
        if (missing().isEmpty()) {
            return;
        }
        Path folder = BenchFolder.get().inside("sign-in");
        try (BenchDirectory directory = BenchDirectory.start(folder, Scale.of(PEOPLE));
                Databases databases = options.database().start(folder.resolve("h2"), keycloak)) {
            for (int repetition = 1; repetition <= options.repetitions(); repetition++) {
                measure(missing(repetition), repetition, directory, databases);
            }
        }
    }

    private List<SignInCell> missing() {
        return IntStream.rangeClosed(1, options.repetitions())
                .boxed()
                .flatMap(repetition -> missing(repetition).stream())
                .toList();
    }

    private List<SignInCell> missing(int repetition) {
        return options.contenders().stream()
                .flatMap(contender -> options.cells(contender).stream())
                .filter(cell -> !results.isThere(cell, repetition))
                .toList();
    }

    private void measure(List<SignInCell> cells, int repetition, BenchDirectory directory, Databases databases) {
        List<SignInCell> plain = new ArrayList<>();
        List<SignInCell> secondFactor = new ArrayList<>();
        for (SignInCell cell : cells) {
            if (cell.contender() == SignInContender.BARE_BIND) {
                keep(bareBind(cell, repetition, directory));
            } else {
                (cell.situation().secondFactor() ? secondFactor : plain).add(cell);
            }
        }
        sideBySide(plain, repetition, directory, databases);
        if (!secondFactor.isEmpty()) {
            Path gcLog = BenchFolder.get().gcLog("signin-second-factor-" + repetition);
            try (BenchDatabase database = databases.fresh();
                    KeycloakServer server = keycloak.start(database, gcLog)) {
                secondFactor(server, secondFactor, repetition);
            }
        }
    }

    private void sideBySide(List<SignInCell> cells, int repetition, BenchDirectory directory, Databases databases) {
        List<PlainSignIns> providers = new ArrayList<>();
        try {
            for (Contender provider : Contender.values()) {
                if (cells.stream().anyMatch(cell -> cell.contender().provider() == provider)) {
                    providers.add(PlainSignIns.start(provider, databases, keycloak, directory, options, repetition));
                }
            }
            providers.forEach(PlainSignIns::warmUp);
            new SideBySide(directory, providers, this::keep).measure(cells);
        } finally {
            providers.forEach(PlainSignIns::close);
        }
    }

    private void secondFactor(KeycloakServer server, List<SignInCell> cells, int repetition) {
        int warmUp = options.warmUp();
        for (SignInCell cell : cells) {
            try (PushHost host = PushHost.start(Duration.ofMillis(cell.roundTripMillis()));
                    SignInRealm realm =
                            new SignInRealm(host.federate(server.admin().createRealm()), host)) {
                new WarmUp(realm, new RestingServer(server::cpuTime)).with(cell.kind(), warmUp);
                warmUp = SignInKind.CIRCLE;
                int signIns = options.signIns(cell);
                SignInMeasurement measurement = new SignInMeasurement(cell, repetition, server::cpuTime, null);
                Supplier<SignInFigures> measure =
                        () -> measurement.of(signIns, () -> realm.run(cell.kind(), cell.users(), signIns));
                if (cell.situation() == Situation.PUSHES_WAIT) {
                    host.whilePushesWait(realm.withForm(), () -> keep(measure.get()));
                } else {
                    keep(measure.get());
                }
            }
        }
    }

    private SignInFigures bareBind(SignInCell cell, int repetition, BenchDirectory directory) {
        String url = directory.url(cell.roundTripMillis());
        int signIns = options.signIns(cell);
        Load load = new Load(cell.users(), () -> BareBind.open(url));
        return new SignInMeasurement(cell, repetition, () -> Duration.ZERO, directory::totals)
                .of(signIns, () -> load.run(signIns, number -> cell.kind().credentials(directory.people(), number)));
    }

    private void keep(SignInFigures figures) {
        results.keep(figures);
        System.out.printf(
                Locale.ROOT,
                "%-64s %d  %8.1f ms  %8.1f ms  %8.1f/s  %d wrong%n",
                figures.cell().name(),
                figures.repetition(),
                figures.median(),
                figures.percentile99(),
                figures.signIns() / figures.seconds(),
                figures.unexpected());
    }
}
