package io.github.keycloakjumpcloud.sync;

/** Where a run tells how far it is, and hears whether it should go on. Implementations are thread-safe. */
public interface SyncMonitor {

    /** Nobody listens and nobody stops the run. */
    SyncMonitor NONE = new SyncMonitor() {
        @Override
        public void phase(SyncPhase phase, long total) {}

        @Override
        public void advance(long by) {}

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /**
     * A phase begins.
     *
     * @param total how many steps it has, 0 where that is not known
     */
    void phase(SyncPhase phase, long total);

    /** So many more steps of the current phase are done. */
    void advance(long by);

    /** Whether the run should end before its next batch: somebody cancelled it, or this node lost the right to go on. */
    boolean stopRequested();
}
