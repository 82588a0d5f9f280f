package io.github.keycloakjumpcloud.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.store.Transactions;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

class BatchWriterTest {

    private static final JumpCloudConfig CONFIG = ConfigReader.read(
            Map.of(
                    "organizationId", List.of("5f0000000000000000000001"),
                    "bindDn", List.of("ldapreader"),
                    "bindCredential", List.of("secret"),
                    "batchSizeForSync", List.of("10")),
            secret -> secret);

    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicLong progress = new AtomicLong();

    @Test
    @DisplayName("once somebody asks for the end no further batch begins, and nothing is reported as failed")
    void stops() {
        BatchWriter writer = writer(() -> true);

        assertThat(writer.write(entries(100), BatchWriterTest::task)).isEmpty();

        assertThat(writer.failures()).isEmpty();
        assertThat(transactions).hasValue(0);
        assertThat(progress).hasValue(0);
    }

    @Test
    @DisplayName("entries that Keycloak refuses are reported in their order, and each batch is told to the monitor")
    void refused() {
        BatchWriter writer = writer(() -> false);

        assertThat(writer.write(entries(100), BatchWriterTest::task)).isEmpty();

        assertThat(writer.failures())
                .extracting(failure -> failure.dn())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "uid=" + i).toList());
        assertThat(writer.ended()).isFalse();
        // Ten batches, then each of their entries.
        assertThat(transactions).hasValue(110);
        assertThat(progress).hasValue(100);
    }

    @Test
    @DisplayName("a batch that failed is not repeated once somebody asks for the end")
    void stopsBetweenEntries() {
        BatchWriter writer = writer(() -> transactions.get() > 0);

        assertThat(writer.write(entries(100), BatchWriterTest::task)).isEmpty();

        assertThat(transactions).hasValueLessThanOrEqualTo(4);
        assertThat(writer.failures()).isEmpty();
    }

    private static List<Integer> entries(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static EntryTask task(int entry) {
        return new EntryTask("uid=" + entry, writer -> {});
    }

    private BatchWriter writer(BooleanSupplier stop) {
        KeycloakSessionFactory factory = (KeycloakSessionFactory) Proxy.newProxyInstance(
                BatchWriterTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> {
                    transactions.incrementAndGet();
                    throw new IllegalStateException("refused");
                });
        SyncMonitor monitor = new SyncMonitor() {
            @Override
            public void phase(SyncPhase phase, long total) {}

            @Override
            public void advance(long by) {
                progress.addAndGet(by);
            }

            @Override
            public boolean stopRequested() {
                return stop.getAsBoolean();
            }
        };
        return new BatchWriter(
                new Transactions(factory, "realm"), CONFIG, "component", new PhaseClock(monitor), () -> 4);
    }
}
