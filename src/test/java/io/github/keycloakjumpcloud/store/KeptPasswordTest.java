package io.github.keycloakjumpcloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptPasswordTest {

    @Test
    void theHashIsInNoText() {
        KeptPassword kept = new KeptPassword("1", new SlowHash("argon2", "hash-and-salt"), Instant.EPOCH);

        assertThat(kept.toString()).contains("argon2").doesNotContain("hash-and-salt");
    }
}
