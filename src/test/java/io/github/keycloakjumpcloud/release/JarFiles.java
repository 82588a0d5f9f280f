package io.github.keycloakjumpcloud.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The files in a jar, by name. */
record JarFiles(Path jar, Set<String> names) {

    static JarFiles of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new JarFiles(
                    jar,
                    file.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(JarEntry::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream content = file.getInputStream(Objects.requireNonNull(file.getJarEntry(name), name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes, as paths, whose names begin so; with this beginning replaced. */
    Set<String> classes(String beginning, String replacement) {
        return names.stream()
                .filter(name -> name.startsWith(beginning) && name.endsWith(".class"))
                .map(name -> replacement + name.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
