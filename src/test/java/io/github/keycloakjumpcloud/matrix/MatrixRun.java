package io.github.keycloakjumpcloud.matrix;

import io.github.keycloakjumpcloud.keycloak.InstalledJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The command {@code mvn -Pmatrix}: runs the integration tests on every version of Keycloak ({@code -Dmatrix.versions}) and Java ({@code -Dmatrix.java}),
 * all classes or those of {@code -Dmatrix.it}, and writes what came of each into {@code docs/matrix.json} and the README. What is recorded as good for the
 * same jar is not run again, so that a run that was broken off goes on where it was; {@code -Dmatrix.again} runs it all the same.
 * {@code -Dmatrix.documentOnly} only writes the README. Ends with 1 where something failed.
 */
public final class MatrixRun {

    private MatrixRun() {}

    public static void main(String[] arguments) throws IOException {
        MatrixOptions options = MatrixOptions.given();
        boolean good = options.documentOnly() || run(options);
        MatrixPage.write();
        System.exit(good ? 0 : 1);
    }

    private static boolean run(MatrixOptions options) throws IOException {
        Path build = Path.of(System.getProperty("build.folder", "target"));
        TestedJar jar = TestedJar.of(Files.createDirectories(build.resolve("matrix")));
        boolean good = true;
        for (Cell cell : options.cells()) {
            Optional<InstalledJava> java = InstalledJava.find(cell.java());
            Optional<CellResult> recorded = MatrixPage.RESULTS.of(cell);
            if (java.isEmpty()) {
                say(cell + ": left out, no such JDK here; JAVA_" + cell.java() + "_HOME tells where one is");
            } else if (!options.again()
                    && recorded.isPresent()
                    && recorded.get().answers(options.only(), jar.digest())) {
                say(cell + ": recorded already");
            } else {
                say(cell + ": runs");
                CellResult result = new CellRun(cell, java.get(), options, build).run(jar);
                say(cell + ": " + result.tally());
                good &= result.isGood();
                MatrixPage.RESULTS.put(result);
                MatrixPage.write();
            }
        }
        return good;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
