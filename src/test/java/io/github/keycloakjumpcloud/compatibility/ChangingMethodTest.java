package io.github.keycloakjumpcloud.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A method that versions of Keycloak have in different ways")
class ChangingMethodTest {

    private static final List<String> CALLS = new ArrayList<>();

    @Test
    @DisplayName("is called with what it takes, on an object or a class")
    void present() {
        CALLS.clear();
        ChangingMethod onObject = ChangingMethod.of(Sample.class, "onObject");
        ChangingMethod onClass = ChangingMethod.of(Sample.class, "onClass");
        assertThat(onObject.exists()).isTrue();
        assertThat(onObject.parameters()).containsExactly(String.class, int.class);

        onObject.call(new Sample(), "a", 1);
        onClass.call(null, "b");

        assertThat(CALLS).containsExactly("a1", "b");
    }

    @Test
    @DisplayName("may be missing, and says so when it is called")
    void absent() {
        ChangingMethod method = ChangingMethod.of(Sample.class, "gone");
        assertThat(method.exists()).isFalse();
        assertThat(method.parameters()).isEmpty();
        assertThatThrownBy(() -> method.call(new Sample()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This version of Keycloak has no Sample.gone");
    }

    @Test
    @DisplayName("says which it was when it fails or takes something else")
    void failing() {
        ChangingMethod method = ChangingMethod.of(Sample.class, "failing");
        assertThatThrownBy(() -> method.call(new Sample()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Keycloak's Sample.failing could not be called")
                .hasRootCauseMessage("no");
        assertThatThrownBy(() -> method.call(new Sample(), "too much")).isInstanceOf(IllegalStateException.class);
    }

    /** Public, as what Keycloak offers is. */
    public static final class Sample {

        public void onObject(String text, int number) {
            CALLS.add(text + number);
        }

        public static void onClass(String text) {
            CALLS.add(text);
        }

        public void failing() {
            throw new IllegalArgumentException("no");
        }
    }
}
