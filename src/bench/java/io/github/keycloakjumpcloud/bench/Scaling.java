package io.github.keycloakjumpcloud.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command {@code mvn -Pbench -Dmain.class=io.github.keycloakjumpcloud.bench.Scaling}: measures the cells of {@code -Dbench.scaling} on PostgreSQL,
 * and adds them to the files that docs/scaling.md is made from.
 */
public final class Scaling {

    private static final int WARM_UP_USERS = 1_000;

    private Scaling() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<ScalingCell> cells = Arrays.stream(
                        System.getProperty("bench.scaling", "").split(",", -1))
                .map(ScalingCell::parse)
                .toList();
        ScalingFiles files = new ScalingFiles(Path.of(System.getProperty("bench.scalingFolder", "docs/scaling")));
        BenchKeycloak keycloak = new BenchKeycloak(
                System.getProperty("bench.heap", "-Xms2g -Xmx2g"), System.getProperty("bench.jvmOptions", ""));
        Path folder = BenchFolder.get().path();
        Map<Scale, BenchDirectory> directories = new HashMap<>();
        cells.stream()
                .filter(cell -> cell.wants("directory"))
                .forEach(cell -> BenchDirectory.start(folder, cell.scale()).close());
        List<ScalingCell> measured =
                cells.stream().filter(cell -> !cell.wants("directory")).toList();
        if (measured.isEmpty()) {
            return;
        }
        try (Databases databases = DatabaseKind.POSTGRES.start(folder.resolve("h2"), keycloak)) {
            BenchDirectory warmUp =
                    directories.computeIfAbsent(Scale.of(WARM_UP_USERS), scale -> BenchDirectory.start(folder, scale));
            for (ScalingCell cell : measured) {
                BenchDirectory directory =
                        directories.computeIfAbsent(cell.scale(), scale -> BenchDirectory.start(folder, scale));
                new ScalingRun(cell, directory, warmUp, databases, keycloak).measure(files);
            }
        } finally {
            directories.values().forEach(BenchDirectory::close);
        }
    }
}
