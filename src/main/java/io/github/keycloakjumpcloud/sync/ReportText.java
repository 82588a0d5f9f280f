package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.welcome.WelcomeMails;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as lines for a log: every user and group by name, up to 50 of a kind. */
public final class ReportText {

    private static final int LISTED = 50;
    private static final Set<ActionKind> OBSTACLES = EnumSet.of(ActionKind.CONFLICT, ActionKind.REJECTED);

    private final SyncReport report;

    private ReportText(SyncReport report) {
        this.report = report;
    }

    /** What went wrong or waits for somebody; empty where nothing does. */
    public static List<String> warnings(SyncReport report) {
        ReportText text = new ReportText(report);
        List<String> lines = new ArrayList<>();
        if (report.problem() != null) {
            lines.add("sync failed: " + report.problem());
        }
        OBSTACLES.forEach(kind -> text.list(lines, report.actions(), report.counts(), kind));
        report.failures().stream()
                .limit(LISTED)
                .forEach(failure -> lines.add(failure.dn() + " cannot be imported: " + failure.reason()));
        long unlisted =
                report.failed() - report.count(ActionKind.CONFLICT) - report.count(ActionKind.REJECTED) - LISTED;
        if (unlisted > 0) {
            lines.add("… and " + unlisted + " more that cannot be imported");
        }
        if (report.welcome() != null) {
            report.welcome().problems().forEach(problem -> lines.add("welcome mails: " + problem));
        }
        lines.addAll(text.waiting());
        return lines;
    }

    /** What was done, or would be, and the sums. */
    public static List<String> lines(SyncReport report) {
        ReportText text = new ReportText(report);
        List<String> lines = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            if (!OBSTACLES.contains(kind)) {
                text.list(lines, report.actions(), report.counts(), kind);
            }
        }
        lines.add(text.summary());
        return lines;
    }

    private List<String> waiting() {
        List<String> lines = new ArrayList<>();
        HeldRemovals held = report.held();
        if (held != null) {
            lines.add("removals wait, because " + held.reason() + ". Approve plan " + held.plan()
                    + " to let them through, or mend the cause; additions and changes have gone through. What waits:");
            held.counts().keySet().forEach(kind -> list(lines, held.actions(), held.counts(), kind));
        }
        return lines;
    }

    private void list(List<String> lines, List<PlannedAction> actions, Map<ActionKind, Long> counts, ActionKind kind) {
        actions.stream()
                .filter(action -> action.kind() == kind)
                .limit(LISTED)
                .map(ReportText::line)
                .forEach(lines::add);
        long more = counts.getOrDefault(kind, 0L) - LISTED;
        if (more > 0) {
            lines.add(verb(kind) + " … and " + more + " more");
        }
    }

    private static String line(PlannedAction action) {
        return switch (action.kind()) {
            case CONFLICT, REJECTED -> action.subject() + " cannot be imported: " + action.reason();
            case SKIPPED -> action.subject() + " is left out: " + action.reason();
            case JOIN_GROUP, LEAVE_GROUP ->
                verb(action.kind()) + " '" + action.group() + "': '" + action.subject() + "' (" + action.reason() + ")";
            default -> verb(action.kind()) + " '" + action.subject() + "' (" + action.reason() + ")";
        };
    }

    private static String verb(ActionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String summary() {
        String counts = report.counts().entrySet().stream()
                .map(count -> verb(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return (report.dryRun() ? "dry run" : "sync") + " ended ("
                + report.outcome().name().toLowerCase(Locale.ROOT) + ") after " + report.totalMillis() + " ms: "
                + (counts.isEmpty() ? "" : counts + "; ")
                + report.unchanged() + " users unchanged, " + report.failed() + " entries failed"
                + (report.dryRun() ? "; nothing was written" : "") + mails(report.welcome());
    }

    private String mails(@Nullable WelcomeMails mails) {
        if (mails == null) {
            return "";
        }
        return (report.dryRun()
                        ? "; welcome mails: " + mails.due() + " would be sent, "
                        : "; welcome mails: " + mails.sent() + " sent, " + mails.failed() + " failed, " + mails.lapsed()
                                + " no longer wanted, ")
                + mails.waiting() + " left for the next run, " + mails.withoutAddress()
                + " new users without address";
    }
}
