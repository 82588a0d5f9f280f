package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.sync.SyncMonitor;

/** What a run does. Works on a thread of its own, in transactions of its own, and asks the monitor between batches whether to go on. */
interface RunJob {

    /** Does the work; an exception makes the run a failed one. */
    RunEnd run(SyncMonitor monitor);
}
