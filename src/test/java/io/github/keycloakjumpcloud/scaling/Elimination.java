package io.github.keycloakjumpcloud.scaling;

/** Solves linear equations by Gauss's elimination. */
final class Elimination {

    private Elimination() {}

    /** @param equations a row for each, the right side last; they are used up */
    static double[] solve(double[][] equations, double nothing) {
        int count = equations.length;
        for (int column = 0; column < count; column++) {
            int pivot = column;
            for (int row = column + 1; row < count; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = equations[pivot];
            equations[pivot] = equations[column];
            equations[column] = swapped;
            if (Math.abs(swapped[column]) < nothing) {
                throw new IllegalArgumentException(
                        "The measurements cannot tell the terms apart: number " + column + " is a sum of others");
            }
            for (int row = 0; row < count; row++) {
                double factor = row == column ? 0 : equations[row][column] / swapped[column];
                for (int at = column; at <= count && factor != 0; at++) {
                    equations[row][at] -= factor * swapped[at];
                }
            }
        }
        double[] solution = new double[count];
        for (int row = 0; row < count; row++) {
            solution[row] = equations[row][count] / equations[row][row];
        }
        return solution;
    }
}
