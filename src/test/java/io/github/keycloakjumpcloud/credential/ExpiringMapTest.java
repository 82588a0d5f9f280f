package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpiringMapTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final ExpiringMap<String, Integer> map = new ExpiringMap<>(Duration.ofNanos(10), 3, clock::get);

    @Test
    @DisplayName("forgets after its time, also where the clock overflows")
    void time() {
        map.put("a", 1);
        clock.addAndGet(9);
        assertThat(map.get("a")).contains(1);

        clock.addAndGet(1);
        assertThat(map.get("a")).isEmpty();
    }

    @Test
    @DisplayName("a value that is put again is new again")
    void again() {
        map.put("a", 1);
        clock.addAndGet(9);
        map.put("a", 2);
        clock.addAndGet(9);

        assertThat(map.get("a")).contains(2);
    }

    @Test
    @DisplayName("holds no more than it may: the oldest goes")
    void bounded() {
        for (String key : new String[] {"a", "b", "a", "c", "d"}) {
            map.put(key, 1);
        }

        assertThat(map.size()).isEqualTo(3);
        assertThat(map.get("b")).isEmpty();
        assertThat(map.get("a")).isPresent();
    }

    @Test
    @DisplayName("what is over takes no room")
    void outdated() {
        map.put("a", 1);
        map.put("b", 1);
        clock.addAndGet(10);
        map.put("c", 1);

        assertThat(map.size()).isEqualTo(1);
    }
}
