package io.github.keycloakjumpcloud.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder in which {@code mvn -Prelease} leaves what is published. */
record ReleaseFolder(Path path, String stem) {

    static final String PROPERTY = "release.folder";
    static final String WHY_NOT = "only mvn -Prelease makes these files; .ci/reproducible runs it";

    static ReleaseFolder get() throws Exception {
        return new ReleaseFolder(
                Path.of(System.getProperty(PROPERTY, "")),
                "keycloak-jumpcloud-" + Pom.read().version());
    }

    /** The file whose name is the project's and version's with this ending. */
    Path file(String ending) {
        return path.resolve(stem + ending);
    }

    JarFiles jar(String ending) {
        return JarFiles.of(file(ending));
    }

    Set<String> names() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
