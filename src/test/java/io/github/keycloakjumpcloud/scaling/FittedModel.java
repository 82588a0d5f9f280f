package io.github.keycloakjumpcloud.scaling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A cost as a sum of terms.
 *
 * @param coefficients one for each term, none below zero
 * @param fits what was measured beside what the model says of it
 */
record FittedModel(List<Term> terms, List<Double> coefficients, List<Fit> fits) {

    /** @param circumstances a measurement, for its circumstances */
    record Fit(Samples circumstances, double measured, double modelled) {

        /** By how much the model says more (above 0) or less than what was measured. */
        double error() {
            return modelled / measured - 1;
        }
    }

    FittedModel {
        terms = List.copyOf(terms);
        coefficients = List.copyOf(coefficients);
        fits = List.copyOf(fits);
    }

    /** @param groups measurements under the same circumstances together; the median of each counts */
    static FittedModel of(Collection<Samples> groups, String column, List<Term> terms) {
        List<Samples> measured = new ArrayList<>(groups);
        List<double[]> values = measured.stream()
                .map(group -> terms.stream()
                        .mapToDouble(term -> term.value().applyAsDouble(group.first()))
                        .toArray())
                .toList();
        double[] medians =
                measured.stream().mapToDouble(group -> group.median(column)).toArray();
        double[] coefficients = LeastSquares.fit(values, medians);
        List<Double> list = new ArrayList<>();
        for (double coefficient : coefficients) {
            list.add(coefficient);
        }
        List<Fit> fits = new ArrayList<>();
        for (int group = 0; group < medians.length; group++) {
            fits.add(new Fit(
                    measured.get(group),
                    medians[group],
                    value(terms, list, measured.get(group).first())));
        }
        return new FittedModel(terms, list, fits);
    }

    double of(Sample circumstances) {
        return value(terms, coefficients, circumstances);
    }

    /** The greatest error, as a part of what was measured. */
    double worst() {
        return fits.stream().mapToDouble(fit -> Math.abs(fit.error())).max().orElse(0);
    }

    private static double value(List<Term> terms, List<Double> coefficients, Sample circumstances) {
        double sum = 0;
        for (int term = 0; term < coefficients.size(); term++) {
            sum += coefficients.get(term) * terms.get(term).value().applyAsDouble(circumstances);
        }
        return sum;
    }
}
