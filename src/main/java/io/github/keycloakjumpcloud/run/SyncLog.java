package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.sync.SyncReport;
import java.util.List;
import org.jboss.logging.Logger;

/** A run's report in the server's log. */
final class SyncLog {

    private static final Logger LOG = Logger.getLogger(SyncLog.class);
    private static final int LISTED = 50;

    private SyncLog() {}

    static void write(String provider, SyncReport report) {
        report.problemText().ifPresent(problem -> LOG.errorf("%s: sync failed: %s", provider, problem));
        list(provider, "cannot be imported", report.failures());
        LOG.infof(
                "%s: sync ended after %d ms: %d users added, %d updated, %d unchanged, %d failed, %d no longer in JumpCloud (they"
                        + " cannot sign in and are otherwise left as they are), %d left out; %d groups added, %d no longer in JumpCloud"
                        + " (left as they are)",
                provider,
                report.duration().toMillis(),
                report.added(),
                report.updated(),
                report.unchanged(),
                report.failures().size(),
                report.departed(),
                report.skipped().size(),
                report.groupsAdded(),
                report.departedGroups());
        report.skipped().forEach(entry -> LOG.infof("%s: %s is left out: %s", provider, entry.dn(), entry.reason()));
    }

    private static void list(String provider, String what, List<RejectedEntry> entries) {
        entries.stream()
                .limit(LISTED)
                .forEach(entry -> LOG.warnf("%s: %s %s: %s", provider, entry.dn(), what, entry.reason()));
        if (entries.size() > LISTED) {
            LOG.warnf("%s: … and %d more", provider, entries.size() - LISTED);
        }
    }
}
