package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.store.MailQueue;
import io.github.keycloakjumpcloud.store.WaitingMail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Sends the mails that wait, one after the other, at most {@link #MOST} of them. Every mail is marked as sent, for good, before it is. Used once. */
final class WelcomeRound {

    /** So many a run; the rest goes with the next ones. */
    static final int MOST = 500;

    /** So many failures in a row mean that the mail server is the trouble. */
    private static final int MOST_IN_A_ROW = 3;

    private static final int LISTED = 20;

    private static final Logger LOG = Logger.getLogger(WelcomeRound.class);

    private final MailQueue queue;
    private final Mailer mailer;
    private final Pace pace;
    private final Set<String> problems = new LinkedHashSet<>();
    private long sent;
    private long failed;
    private long lapsed;
    private long rest;
    private long due;
    private int inARow;
    private boolean over;

    WelcomeRound(MailQueue queue, Mailer mailer, Pace pace) {
        this.queue = queue;
        this.mailer = mailer;
        this.pace = pace;
    }

    /**
     * Sends until the end, a stop, or the loss of the mail server or the database. Throws nothing.
     *
     * @param stop asked before each mail
     * @param step told after each mail
     * @param withoutAddress only passed on
     */
    WelcomeMails run(BooleanSupplier stop, Runnable step, long withoutAddress) {
        try {
            send(stop, step);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Welcome mails broke off");
            problems.add(Welcome.BROKEN_OFF);
        }
        return new WelcomeMails(
                due,
                sent,
                failed,
                rest,
                lapsed,
                withoutAddress,
                problems.stream().limit(LISTED).toList());
    }

    private void send(BooleanSupplier stop, Runnable step) {
        List<WaitingMail> waiting = queue.waiting();
        rest = waiting.size();
        List<WaitingMail> turn = waiting.subList(0, Math.min(waiting.size(), MOST));
        due = turn.size();
        for (WaitingMail mail : turn) {
            if (over || inARow >= MOST_IN_A_ROW || stop.getAsBoolean() || !pace.await()) {
                break;
            }
            if (queue.take(mail)) {
                send(mail);
            } else {
                rest--;
            }
            step.run();
        }
    }

    private void send(WaitingMail mail) {
        MailOutcome outcome = mailer.send(mail.userId());
        rest--;
        if (outcome instanceof MailOutcome.Sent) {
            sent++;
            inARow = 0;
        } else if (outcome instanceof MailOutcome.Lapsed) {
            lapsed++;
        } else if (outcome instanceof MailOutcome.Failed gone) {
            failed++;
            trouble(gone.reason());
        } else if (outcome instanceof MailOutcome.Unsent unsent) {
            over = unsent.everyMail();
            trouble(unsent.reason());
            giveBack(mail);
        }
    }

    /** Once more where the database fails, since a mail that is not given back is lost; it counts as failed until it is back. */
    private void giveBack(WaitingMail mail) {
        failed++;
        boolean waits;
        try {
            waits = queue.giveBack(mail);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A welcome mail that did not leave is given back once more: %s",
                    e.getClass().getName());
            waits = queue.giveBack(mail);
        }
        failed--;
        if (waits) {
            rest++;
        } else {
            lapsed++;
        }
    }

    private void trouble(String reason) {
        problems.add(reason);
        inARow++;
    }
}
