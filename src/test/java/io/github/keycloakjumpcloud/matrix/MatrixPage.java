package io.github.keycloakjumpcloud.matrix;

import java.nio.file.Path;

/** Where the results are kept, and where they are shown. */
final class MatrixPage {

    static final ResultFile RESULTS = new ResultFile(Path.of("docs", "matrix.json"));
    static final MarkedPart TABLE = new MarkedPart(Path.of("README.md"), "matrix");

    private MatrixPage() {}

    static void write() {
        TABLE.replace(MatrixTable.of(RESULTS.all()));
    }
}
