package io.github.keycloakjumpcloud.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class ReaderPasswordTest {

    private static final Map<String, String> NONE = Map.of("JUMPCLOUD_BIND_PASSWORD", " ");

    @Test
    void aVariableNeedsNobody() throws UsageException {
        ReaderPassword password = new ReaderPassword(Map.of("JUMPCLOUD_BIND_PASSWORD", "quite-secret"), words -> {
            throw new AssertionError(words);
        });

        assertThat(password.read()).isEqualTo("quite-secret");
    }

    @Test
    void withoutOneItIsAskedFor() throws UsageException {
        assertThat(new ReaderPassword(NONE, words -> "typed".toCharArray()).read())
                .isEqualTo("typed");
    }

    @Test
    void whereNobodyCanBeAskedItSaysWhatToDo() {
        assertThatThrownBy(() -> new ReaderPassword(NONE, null).read())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("JUMPCLOUD_BIND_PASSWORD")
                .hasMessageContaining("without redirecting")
                .hasMessageContaining("--out");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothingTypedIsNoPassword(String typed) {
        assertThatThrownBy(() -> new ReaderPassword(NONE, words -> typed == null ? null : typed.toCharArray()).read())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("No password was typed");
    }
}
