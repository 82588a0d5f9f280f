package io.github.keycloakjumpcloud.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was measured of syncs. */
final class Results {

    private final KeptResults<CellResult> kept;

    Results(Path folder) {
        this.kept = new KeptResults<>(folder, CellResult.class);
    }

    void keep(CellResult result) {
        kept.keep(result.cell().name(), result.repetition(), result);
    }

    Optional<CellResult> find(Cell cell, int repetition) {
        return kept.find(cell.name(), repetition);
    }

    /** All repetitions up to this one that are there. */
    List<CellResult> all(Cell cell, int repetitions) {
        return kept.all(cell.name(), repetitions);
    }
}
