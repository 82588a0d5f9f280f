package io.github.keycloakjumpcloud.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was measured")
class SamplesTest {

    private final Samples samples =
            Samples.of(List.of("users,sync,seconds", "10,import,1.5", "20,import,4", "10,import,2.5", "20,import,2"));

    @Test
    @DisplayName("is put together by its circumstances, of which the median counts")
    void medians() {
        assertThat(samples.by("users"))
                .extracting(group -> group.first().number("users") + ": " + group.median("seconds"))
                .containsExactly("10.0: 2.0", "20.0: 3.0");
        assertThat(samples.where("users", "20").most("seconds")).isEqualTo(4);
        assertThat(samples.where("users", "20").least("seconds")).isEqualTo(2);
    }

    @Test
    @DisplayName("is fitted group by group, and the model tells by how much it errs")
    void model() {
        Samples three = Samples.of(List.of("users,seconds", "10,1", "20,2", "30,4"));

        FittedModel model =
                FittedModel.of(three.by("users"), "seconds", List.of(Term.ONCE, Term.of("each user", "users")));

        assertThat(model.fits()).hasSize(3);
        assertThat(model.worst()).isBetween(0.01, 0.5);
        Sample asked = Samples.of(List.of("users", "10")).first();
        assertThat(model.of(asked))
                .isCloseTo(
                        model.coefficients().get(0) + 10 * model.coefficients().get(1), within(1e-12));
        assertThat(model.fits().get(0).error()).isCloseTo(model.fits().get(0).modelled() / 1.0 - 1, within(1e-12));
    }

    @Test
    @DisplayName("is not read where columns are missing")
    void broken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of("a,b", "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.first().text("memberships"))
                .withMessageContaining("memberships");
    }
}
