package io.github.keycloakjumpcloud.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of a configuration, and of everything in it, may end up in a log or an error. */
class SecretsInTextTest {

    private static final String SECRET = "Unmistakable-Secret-4711";

    @Test
    void noTextHoldsTheReadersPassword() throws ReflectiveOperationException {
        JumpCloudConfig config =
                Typed.minimum().with(ConfigKeys.BIND_CREDENTIAL, SECRET).read();
        List<Object> parts = new ArrayList<>();
        collect(config, parts);

        assertThat(config.connection().bindCredential()).isEqualTo(SECRET);
        assertThat(parts).hasSizeGreaterThan(4);
        assertThat(parts).allSatisfy(part -> assertThat(part.toString()).doesNotContain(SECRET));
    }

    /** The configuration, and the records in it. */
    private static void collect(Object part, List<Object> parts) throws ReflectiveOperationException {
        parts.add(part);
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(part);
            if (value instanceof Record) {
                collect(value, parts);
            }
        }
    }
}
