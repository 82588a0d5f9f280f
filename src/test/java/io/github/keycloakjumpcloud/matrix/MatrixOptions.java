package io.github.keycloakjumpcloud.matrix;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code -Dmatrix.…} asks for.
 *
 * @param versions of Keycloak
 * @param javas first numbers of Java's versions
 * @param only test classes as Failsafe's {@code it.test} takes them; empty: all
 * @param maven further arguments for Maven, such as {@code -o}
 * @param again whether what is recorded already runs once more
 * @param documentOnly whether only the table is written
 */
record MatrixOptions(
        List<String> versions,
        List<Integer> javas,
        String only,
        List<String> maven,
        boolean again,
        boolean documentOnly) {

    static MatrixOptions given() {
        return new MatrixOptions(
                list(System.getProperty("matrix.versions", "")),
                list(System.getProperty("matrix.java", "17,25")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                System.getProperty("matrix.it", ""),
                list(System.getProperty("matrix.maven", "")),
                Boolean.getBoolean("matrix.again"),
                Boolean.getBoolean("matrix.documentOnly"));
    }

    /** Every cell, the newest version first: what fails there is looked at first. */
    List<Cell> cells() {
        List<String> newestFirst = versions.stream()
                .sorted(Comparator.comparing(Version::parse).reversed())
                .toList();
        return newestFirst.stream()
                .flatMap(version -> javas.stream().map(java -> new Cell(version, java)))
                .toList();
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1)).filter(part -> !part.isBlank()).toList();
    }
}
