package io.github.keycloakjumpcloud.diagnose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details of a finding, in the order in which they are put in. Used by one thread. */
final class StepDetails {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static StepDetails none() {
        return new StepDetails();
    }

    /** What is not known is left out. */
    StepDetails with(String name, @Nullable String text) {
        if (text != null) {
            values.put(name, text);
        }
        return this;
    }

    StepDetails with(String name, boolean flag) {
        values.put(name, flag);
        return this;
    }

    /** An empty list is left out. */
    StepDetails with(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            values.put(name, List.copyOf(texts));
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
