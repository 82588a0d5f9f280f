package io.github.keycloakjumpcloud.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results as files, so that a run that was broken off goes on where it was. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    void keep(CellResult result) {
        try {
            Files.writeString(file(result.cell(), result.repetition()), JSON.writeValueAsString(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<CellResult> find(Cell cell, int repetition) {
        Path file = file(cell, repetition);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), CellResult.class));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; delete it to measure again", e);
        }
    }

    /** All repetitions up to this one that are there. */
    List<CellResult> all(Cell cell, int repetitions) {
        return IntStream.rangeClosed(1, repetitions)
                .mapToObj(repetition -> find(cell, repetition))
                .flatMap(Optional::stream)
                .toList();
    }

    private Path file(Cell cell, int repetition) {
        return folder.resolve(cell.name() + "-" + repetition + ".json");
    }
}
