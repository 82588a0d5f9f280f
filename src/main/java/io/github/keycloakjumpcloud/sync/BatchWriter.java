package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.store.UserWriter;
import io.github.keycloakjumpcloud.store.WriteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final SyncMonitor monitor;
    private final List<RejectedEntry> failures = new ArrayList<>();
    private final AtomicInteger strangeInARow = new AtomicInteger();

    BatchWriter(Transactions transactions, JumpCloudConfig config, String componentId, SyncMonitor monitor) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
        this.monitor = monitor;
    }

    BatchWriter(Transactions transactions, JumpCloudConfig config, String componentId) {
        this(transactions, config, componentId, SyncMonitor.NONE);
    }

    /** Writes in batches and gives the number of entries written; the others are among the {@link #failures()}, unless the run was stopped. */
    int write(List<EntryTask> tasks) {
        List<List<EntryTask>> batches = new ArrayList<>();
        for (int from = 0; from < tasks.size(); from += config.batchSize()) {
            batches.add(tasks.subList(from, Math.min(from + config.batchSize(), tasks.size())));
        }
        int written = 0;
        for (BatchResult result : ParallelWriters.map(batches, this::batch)) {
            written += result.written();
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

    private BatchResult batch(List<EntryTask> batch) {
        if (ended() || monitor.stopRequested()) {
            return BatchResult.NOTHING;
        }
        BatchResult result;
        try {
            inTransaction(batch);
            result = new BatchResult(batch.size(), List.of());
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch of %d entries failed and is repeated one by one", batch.size());
            result = oneByOne(batch);
        }
        monitor.advance(batch.size());
        return result;
    }

    private BatchResult oneByOne(List<EntryTask> batch) {
        int written = 0;
        List<RejectedEntry> failed = new ArrayList<>();
        for (EntryTask task : batch) {
            if (ended()) {
                break;
            }
            try {
                inTransaction(List.of(task));
                written++;
                strangeInARow.set(0);
            } catch (RuntimeException e) {
                failed.add(failure(task.dn(), e));
                if (WriteFailure.concernsEntry(e)) {
                    strangeInARow.set(0);
                } else {
                    strangeInARow.incrementAndGet();
                }
            }
        }
        return new BatchResult(written, failed);
    }

    private static RejectedEntry failure(String dn, RuntimeException e) {
        LOG.debugf(e, "%s could not be written", dn);
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
