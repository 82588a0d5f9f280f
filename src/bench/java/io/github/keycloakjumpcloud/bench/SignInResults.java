package io.github.keycloakjumpcloud.bench;

import java.nio.file.Path;
import java.util.Optional;

/** What was measured of sign-ins. */
final class SignInResults {

    private final KeptResults<SignInFigures> kept;

    SignInResults(Path folder) {
        this.kept = new KeptResults<>(folder, SignInFigures.class);
    }

    void keep(SignInFigures figures) {
        kept.keep(figures.cell().name(), figures.repetition(), figures);
    }

    boolean isThere(SignInCell cell, int repetition) {
        return kept.find(cell.name(), repetition).isPresent();
    }

    /** Of all repetitions up to this one that are there; empty if none is. */
    Optional<SignInSummary> summary(SignInCell cell, int repetitions) {
        return Optional.of(kept.all(cell.name(), repetitions))
                .filter(all -> !all.isEmpty())
                .map(SignInSummary::new);
    }
}
