package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import org.jspecify.annotations.Nullable;

/** One probe at a time, whose outcome is for all who ask meanwhile. Thread-safe. */
final class SharedProbe {

    private DeadlineExecutor.@Nullable Pending<ProbeOutcome> underWay;

    private volatile boolean running;

    /** The probe that is under way, which nobody may wait for any more, or a new one. */
    synchronized DeadlineExecutor.Pending<ProbeOutcome> begin(Start start, DeadlineExecutor.Work<ProbeOutcome> probe)
            throws LdapFailure {
        DeadlineExecutor.Pending<ProbeOutcome> present = underWay;
        if (present == null || (present.result().isDone() && !running)) {
            present = start.begin(deadline -> run(probe, deadline));
            underWay = present;
        }
        return present;
    }

    private ProbeOutcome run(DeadlineExecutor.Work<ProbeOutcome> probe, Deadline deadline) throws LdapFailure {
        running = true;
        try {
            return probe.run(deadline);
        } finally {
            running = false;
        }
    }

    /** Begins a probe. */
    @FunctionalInterface
    interface Start {
        DeadlineExecutor.Pending<ProbeOutcome> begin(DeadlineExecutor.Work<ProbeOutcome> probe) throws LdapFailure;
    }
}
