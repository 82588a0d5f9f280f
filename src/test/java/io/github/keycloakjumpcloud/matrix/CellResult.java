package io.github.keycloakjumpcloud.matrix;

/**
 * What came of one cell, as it is kept.
 *
 * @param javaVersion in full, as that Java says itself
 * @param only which classes ran, as {@code -Dmatrix.it} said; empty: all of them
 * @param jar the beginning of the tested jar's SHA-256
 * @param commit of the sources, and whether anything in them was not committed
 * @param date when it ended, in UTC
 * @param command that does the same again
 */
record CellResult(
        Cell cell,
        String javaVersion,
        String only,
        Tally tally,
        long minutes,
        String jar,
        String commit,
        String date,
        String command) {

    /** Nothing failed; that nothing ran is not that. */
    boolean isGood() {
        return tally.failed().isEmpty() && tally.countRun() > 0;
    }

    boolean isComplete() {
        return only.isEmpty();
    }

    /** Whether it says all that a run of these classes with this jar could say. */
    boolean answers(String classes, String testedJar) {
        return isGood() && jar.equals(testedJar) && (isComplete() || only.equals(classes));
    }
}
