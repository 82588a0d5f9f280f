package io.github.keycloakjumpcloud.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fit")
class LeastSquaresTest {

    @Test
    @DisplayName("finds the terms that something was made of, however different in size")
    void finds() {
        List<double[]> terms = new ArrayList<>();
        double[] measured = new double[8];
        for (int row = 0; row < 8; row++) {
            double users = Math.pow(10, row % 4 + 2);
            double memberships = users * (row < 4 ? 5 : 20);
            terms.add(new double[] {1, users, memberships});
            measured[row] = 0.4 + 3e-4 * users + 2e-5 * memberships;
        }

        double[] found = LeastSquares.fit(terms, measured);

        assertThat(found[0]).isCloseTo(0.4, within(1e-9));
        assertThat(found[1]).isCloseTo(3e-4, within(1e-12));
        assertThat(found[2]).isCloseTo(2e-5, within(1e-12));
    }

    @Test
    @DisplayName("counts errors relatively: a tenth too much of a second weighs as much as a tenth too much of an hour")
    void relative() {
        List<double[]> terms = List.of(new double[] {1}, new double[] {1_000});

        double[] found = LeastSquares.fit(terms, new double[] {1.1, 900});

        // The least sum of relative squares of c = 1.1 and 1000 c = 900.
        double best = (1 / 1.1 + 1_000 / 900.0) / (1 / (1.1 * 1.1) + 1_000.0 * 1_000 / (900.0 * 900));
        assertThat(found[0]).isCloseTo(best, within(1e-9));
    }

    @Test
    @DisplayName("lets no term take time away")
    void notBelowZero() {
        List<double[]> terms = List.of(new double[] {1, 1}, new double[] {1, 2}, new double[] {1, 3});

        double[] found = LeastSquares.fit(terms, new double[] {3, 2, 1});

        assertThat(found[1]).isZero();
        assertThat(found[0]).isPositive();
    }

    @Test
    @DisplayName("says where the measurements cannot tell terms apart")
    void undecided() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(List.<double[]>of(new double[] {1, 2}), new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(
                        List.of(new double[] {1, 2}, new double[] {2, 4}, new double[] {3, 6}),
                        new double[] {1, 2, 3}));
    }
}
