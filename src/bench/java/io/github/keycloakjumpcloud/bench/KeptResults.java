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

/** Results as files, one for each repetition of a cell, so that a run that was broken off goes on where it was. */
record KeptResults<T>(Path folder, Class<T> type) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void keep(String cell, int repetition, T result) {
        try {
            Files.writeString(file(cell, repetition), JSON.writeValueAsString(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<T> find(String cell, int repetition) {
        Path file = file(cell, repetition);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; delete it to measure again", e);
        }
    }

    /** All repetitions up to this one that are there. */
    List<T> all(String cell, int repetitions) {
        return IntStream.rangeClosed(1, repetitions)
                .mapToObj(repetition -> find(cell, repetition))
                .flatMap(Optional::stream)
                .toList();
    }

    private Path file(String cell, int repetition) {
        return folder.resolve(cell + "-" + repetition + ".json");
    }
}
