package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Chunks;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.store.UserWriter;
import io.github.keycloakjumpcloud.store.WriteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Writes entries in batches of one transaction each, several at a time. A batch that fails is repeated entry by entry, so that a bad entry costs only
 * itself. Failures are kept in the order of the entries, whichever batch comes to its end first.
 */
final class BatchWriter {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);

    /** So many failures in a row that no entry explains mean that the database is away; going on would wait for it at every entry. */
    private static final int MOST_STRANGE = 5;

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;
    private final PhaseClock clock;
    private final IntSupplier writers;
    private final List<RejectedEntry> failures = new ArrayList<>();
    private final AtomicInteger strangeInARow = new AtomicInteger();
    private final AtomicBoolean unexplained = new AtomicBoolean();

    /** @param writers how many transactions at the same time; asked only where there is more than one batch */
    BatchWriter(
            Transactions transactions,
            JumpCloudConfig config,
            String componentId,
            PhaseClock clock,
            IntSupplier writers) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
        this.clock = clock;
        this.writers = writers;
    }

    /**
     * Writes in batches until the end, a stop or the loss of the database.
     *
     * @return what was written, in the order given; entries that failed are among the {@link #failures()}
     */
    <T> List<T> write(List<T> items, Function<T, EntryTask> task) {
        List<List<T>> batches = Chunks.of(items, config.batchSize()).toList();
        int most = batches.size() < 2 ? 1 : writers.getAsInt();
        List<T> written = new ArrayList<>(items.size());
        for (BatchResult<T> result : ParallelWriters.map(batches, most, batch -> batch(batch, task))) {
            written.addAll(result.written());
            failures.addAll(result.failures());
        }
        return written;
    }

    /** Writes all or nothing, and says which; where nothing was written each entry is a failure. */
    boolean together(List<EntryTask> tasks) {
        try {
            inTransaction(tasks);
            return true;
        } catch (RuntimeException e) {
            tasks.stream().map(EntryTask::dn).distinct().forEach(dn -> fail(dn, e));
            return false;
        }
    }

    /** Notes an entry that could not be written. */
    void fail(String dn, RuntimeException e) {
        failures.add(failure(dn, e));
    }

    List<RejectedEntry> failures() {
        return failures;
    }

    /** Whether the database seems to be away, so that nothing more is written. */
    boolean ended() {
        return strangeInARow.get() >= MOST_STRANGE;
    }

    /** Whether anything failed that neither the entry nor another user explains. */
    boolean unexplained() {
        return unexplained.get();
    }

    private <T> BatchResult<T> batch(List<T> items, Function<T, EntryTask> task) {
        if (ended() || clock.stopRequested()) {
            return BatchResult.nothing();
        }
        BatchResult<T> result;
        try {
            inTransaction(items.stream().map(task).toList());
            result = new BatchResult<>(items, List.of());
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch of %d entries failed and is repeated one by one", items.size());
            result = oneByOne(items, task);
        }
        clock.advance(items.size());
        return result;
    }

    private <T> BatchResult<T> oneByOne(List<T> items, Function<T, EntryTask> task) {
        List<T> written = new ArrayList<>();
        List<RejectedEntry> failed = new ArrayList<>();
        for (T item : items) {
            if (ended() || clock.stopRequested()) {
                break;
            }
            EntryTask alone = task.apply(item);
            try {
                inTransaction(List.of(alone));
                written.add(item);
                strangeInARow.set(0);
            } catch (RuntimeException e) {
                failed.add(failure(alone.dn(), e));
                if (WriteFailure.concernsEntry(e)) {
                    strangeInARow.set(0);
                } else {
                    strangeInARow.incrementAndGet();
                }
            }
        }
        return new BatchResult<>(written, failed);
    }

    private RejectedEntry failure(String dn, RuntimeException e) {
        LOG.debugf(e, "%s could not be written", dn);
        if (!WriteFailure.isExplained(e)) {
            unexplained.set(true);
        }
        return new RejectedEntry(dn, WriteFailure.reason(e));
    }

    private void inTransaction(List<EntryTask> tasks) {
        transactions.runBatch((session, realm) -> {
            UserWriter writer =
                    new UserWriter(session, realm, componentId, config.users().trustEmail());
            tasks.forEach(task -> task.writes().accept(writer));
            writer.finish();
        });
    }
}
