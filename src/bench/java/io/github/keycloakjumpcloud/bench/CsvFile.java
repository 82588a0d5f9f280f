package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Lines of values that are numbers and plain words; what was measured before stays in front. */
record CsvFile(Path file, List<String> columns) {

    void add(List<String> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns: " + values);
        }
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, String.join(",", columns) + "\n");
            }
            Files.writeString(file, String.join(",", values) + "\n", StandardOpenOption.APPEND);
            System.out.println(file.getFileName() + " " + values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
