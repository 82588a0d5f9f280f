package io.github.keycloakjumpcloud.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counters that differ in one tag, there at zero from the start, so that the first event is seen as an increase. Thread-safe. */
final class CounterSet {

    private final Map<String, Counter> counters;

    /** @param values all that the tag can be */
    CounterSet(MeterRegistry registry, String name, String description, Tags tags, String tag, List<String> values) {
        this.counters = values.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), value -> Counter.builder(name)
                        .description(description)
                        .tags(tags.and(tag, value))
                        .register(registry)));
    }

    void count(String value) {
        count(value, 1);
    }

    void count(String value, long events) {
        Counter counter = counters.get(value);
        if (counter != null) {
            counter.increment((double) events);
        }
    }
}
