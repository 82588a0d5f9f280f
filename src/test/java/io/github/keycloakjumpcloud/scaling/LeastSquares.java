package io.github.keycloakjumpcloud.scaling;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the coefficients, none below zero, with which a sum of terms comes nearest to what was measured. What counts is the relative error, so that a
 * second matters as much beside ten seconds as a minute does beside ten minutes.
 */
final class LeastSquares {

    private static final double NOTHING = 1e-12;

    private LeastSquares() {}

    /**
     * @param terms for each measurement the value of each term
     * @param measured what was measured, above zero
     */
    static double[] fit(List<double[]> terms, double[] measured) {
        int count = terms.get(0).length;
        if (terms.size() < count) {
            throw new IllegalArgumentException(terms.size() + " measurements cannot tell " + count + " terms apart");
        }
        boolean[] used = new boolean[count];
        Arrays.fill(used, true);
        while (true) {
            double[] coefficients = solve(terms, measured, used);
            int worst = -1;
            for (int term = 0; term < count; term++) {
                if (used[term] && coefficients[term] < 0 && (worst < 0 || coefficients[term] < coefficients[worst])) {
                    worst = term;
                }
            }
            if (worst < 0) {
                return coefficients;
            }
            used[worst] = false;
        }
    }

    /** The normal equations of the terms that are used; the others get 0. Each term is scaled by its greatest value. */
    private static double[] solve(List<double[]> terms, double[] measured, boolean[] used) {
        int count = used.length;
        double[] scale = new double[count];
        for (double[] row : terms) {
            for (int term = 0; term < count; term++) {
                scale[term] = Math.max(scale[term], Math.abs(row[term]));
            }
        }
        double[][] equations = new double[count][count + 1];
        for (int term = 0; term < count; term++) {
            if (!used[term] || scale[term] == 0) {
                equations[term][term] = 1;
                continue;
            }
            for (int row = 0; row < measured.length; row++) {
                double weight = 1 / (measured[row] * measured[row]);
                double value = terms.get(row)[term] / scale[term] * weight;
                for (int other = 0; other < count; other++) {
                    if (used[other] && scale[other] > 0) {
                        equations[term][other] += value * terms.get(row)[other] / scale[other];
                    }
                }
                equations[term][count] += value * measured[row];
            }
        }
        double[] solution = Elimination.solve(equations, NOTHING);
        for (int term = 0; term < count; term++) {
            solution[term] = used[term] && scale[term] > 0 ? solution[term] / scale[term] : 0;
        }
        return solution;
    }
}
