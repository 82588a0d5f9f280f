package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.store.UserWriter;
import io.github.keycloakjumpcloud.store.WriteFailure;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes entries in batches of one transaction each. A batch that fails is repeated entry by entry, so that a bad entry costs only itself. */
final class BatchWriter {

    private static final Logger LOG = Logger.getLogger(BatchWriter.class);

    /** So many failures in a row that no entry explains mean that the database is away; going on would wait for it at every entry. */
    private static final int MOST_STRANGE = 5;

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;
    private final List<RejectedEntry> failures = new ArrayList<>();
    private int strangeInARow;

    BatchWriter(Transactions transactions, JumpCloudConfig config, String componentId) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
    }

    /** Writes in batches and gives the number of entries written; the others are among the {@link #failures()}. */
    int write(List<EntryTask> tasks) {
        int written = 0;
        for (int from = 0; from < tasks.size() && !ended(); from += config.batchSize()) {
            List<EntryTask> batch = tasks.subList(from, Math.min(from + config.batchSize(), tasks.size()));
            try {
                inTransaction(batch);
                written += batch.size();
            } catch (RuntimeException e) {
                LOG.debugf(e, "A batch of %d entries failed and is repeated one by one", batch.size());
                written += oneByOne(batch);
            }
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
        LOG.debugf(e, "%s could not be written", dn);
        failures.add(new RejectedEntry(dn, WriteFailure.reason(e)));
    }

    List<RejectedEntry> failures() {
        return failures;
    }

    /** Whether the database seems to be away, so that nothing more is written. */
    boolean ended() {
        return strangeInARow >= MOST_STRANGE;
    }

    private int oneByOne(List<EntryTask> batch) {
        int written = 0;
        for (EntryTask task : batch) {
            if (ended()) {
                return written;
            }
            try {
                inTransaction(List.of(task));
                written++;
                strangeInARow = 0;
            } catch (RuntimeException e) {
                fail(task.dn(), e);
                strangeInARow = WriteFailure.concernsEntry(e) ? 0 : strangeInARow + 1;
            }
        }
        return written;
    }

    private void inTransaction(List<EntryTask> tasks) {
        transactions.runBatch((session, realm) -> {
            UserWriter writer =
                    new UserWriter(session, realm, componentId, config.users().trustEmail());
            tasks.forEach(task -> task.writes().accept(writer));
        });
    }
}
