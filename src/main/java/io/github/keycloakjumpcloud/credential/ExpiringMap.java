package io.github.keycloakjumpcloud.credential;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers values for a while, and never more than so many: the oldest go first. Thread-safe. */
final class ExpiringMap<K, V> {

    private final long lifeNanos;
    private final int most;
    private final LongSupplier clock;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    private record Entry<V>(V value, long since) {}

    /** @param clock nanoseconds that only grow, such as {@link System#nanoTime()} */
    ExpiringMap(Duration life, int most, LongSupplier clock) {
        this.lifeNanos = life.toNanos();
        this.most = most;
        this.clock = clock;
    }

    synchronized Optional<V> get(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null || isOver(entry) ? Optional.empty() : Optional.of(entry.value());
    }

    synchronized void put(K key, V value) {
        // Taken out first, so that the order is that of age.
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.getAsLong()));
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (oldest.hasNext() && (isOver(oldest.next()) || entries.size() > most)) {
            oldest.remove();
        }
    }

    synchronized int size() {
        return entries.size();
    }

    private boolean isOver(Entry<V> entry) {
        return clock.getAsLong() - entry.since() >= lifeNanos;
    }
}
