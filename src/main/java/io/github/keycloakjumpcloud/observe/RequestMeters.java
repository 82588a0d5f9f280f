package io.github.keycloakjumpcloud.observe;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what one provider asks JumpCloud, and what becomes of sign-ins. Thread-safe. */
final class RequestMeters {

    /** The tag's value where no server was asked. */
    private static final String NO_SERVER = "none";

    /** From a bind in the same data centre to a push that nobody takes up. */
    private static final Duration[] BUCKETS = Stream.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Tags tags;
    private final CounterSet signIns;
    private final CounterSet lookups;
    private final CounterSet reads;
    private final Map<String, Map<String, Timer>> binds = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.signIns = set(MeterNames.SIGN_INS, "Sign-ins of this provider's users", Outcomes.OF_SIGN_INS);
        this.lookups = set(MeterNames.LOOKUPS, "Searches for one person", Outcomes.OF_LOOKUPS);
        this.reads = set(MeterNames.READS, "Reads of the whole directory", Outcomes.OF_READS);
    }

    private CounterSet set(String name, String description, List<String> outcomes) {
        return new CounterSet(registry, name, description, tags, MeterNames.OUTCOME, outcomes);
    }

    /** A sign-in was judged. */
    void signedIn(Verdict verdict) {
        signIns.count(Outcomes.of(verdict));
    }

    void lookedUp(Lookup lookup) {
        lookups.count(Outcomes.of(lookup));
    }

    void read(ReadOutcome outcome) {
        reads.count(Outcomes.of(outcome));
    }

    /** A bind is over. */
    void bound(@Nullable String server, BindOutcome outcome, Duration took) {
        String asked = server == null ? NO_SERVER : server;
        Map<String, Timer> timers = binds.get(asked);
        Timer timer = (timers == null ? show(asked) : timers).get(Outcomes.of(outcome));
        if (timer != null) {
            timer.record(took);
        }
    }

    /** Makes a server's timers, if they are not there yet. */
    Map<String, Timer> show(String server) {
        return binds.computeIfAbsent(server, url -> Outcomes.OF_BINDS.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> timer(url, outcome))));
    }

    private Timer timer(String server, String outcome) {
        return Timer.builder(MeterNames.BINDS)
                .description("Binds with users' passwords, and how long the caller waited")
                .tags(tags.and(MeterNames.SERVER, server, MeterNames.OUTCOME, outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
