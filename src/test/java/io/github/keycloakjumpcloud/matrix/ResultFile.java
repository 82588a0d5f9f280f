package io.github.keycloakjumpcloud.matrix;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came of each cell, in a file that is part of the sources: the latest, unless that says less of the same jar than what is there. */
record ResultFile(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // What follows from a result is not kept with it.
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

    private static final Comparator<CellResult> ORDER = Comparator.comparing(
                    (CellResult result) -> Version.parse(result.cell().keycloak()))
            .thenComparing(result -> result.cell().java());

    /** By version, then Java. */
    List<CellResult> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<List<CellResult>>() {}).stream()
                    .sorted(ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; delete it to begin anew", e);
        }
    }

    Optional<CellResult> of(Cell cell) {
        return all().stream().filter(result -> result.cell().equals(cell)).findFirst();
    }

    void put(CellResult result) {
        Optional<CellResult> before = of(result.cell());
        if (before.isPresent()
                && before.get().isComplete()
                && !result.isComplete()
                && before.get().jar().equals(result.jar())) {
            return;
        }
        List<CellResult> changed = new ArrayList<>(all());
        before.ifPresent(changed::remove);
        changed.add(result);
        changed.sort(ORDER);
        try {
            Files.writeString(file, JSON.writeValueAsString(changed) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
