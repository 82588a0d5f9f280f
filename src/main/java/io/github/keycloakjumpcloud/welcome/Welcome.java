package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.StoredMails;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The welcome mails of one run of one component. Belongs to that run. */
public final class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private static final String NO_SERVER =
            "the realm has no mail server; enter one with a sender's address under Realm settings > Email";

    private final Transactions transactions;
    private final StoredMails mails;
    private final Set<String> known;

    private Welcome(Transactions transactions, StoredMails mails) {
        this.transactions = transactions;
        this.mails = mails;
        this.known = mails.people();
    }

    /** Reads who has been welcomed already. */
    public static Welcome begin(Transactions transactions, String componentId) {
        return new Welcome(transactions, new StoredMails(transactions, componentId));
    }

    /** Whether a user who is created gets a mail: one with an address, for whom there has never been one. */
    public boolean isDue(DirectoryUser user) {
        return user.email() != null && !known.contains(StoredMails.person(user));
    }

    /** What a run that creates these users would send. */
    public WelcomeMails planned(List<DirectoryUser> created) {
        long all = mails.waiting().size() + created.stream().filter(this::isDue).count();
        boolean possible = isPossible();
        long due = possible ? Math.min(all, WelcomeRound.MOST) : 0;
        return new WelcomeMails(
                due, 0, 0, all - due, 0, withoutAddress(created), possible ? List.of() : List.of(NO_SERVER));
    }

    /** How many wait now; for the run's progress. */
    public long waiting() {
        return Math.min(mails.waiting().size(), WelcomeRound.MOST);
    }

    /**
     * Sends what waits, those of the users created among it. Throws nothing: users are there with or without a mail.
     *
     * @param stop whether to end before the next mail
     * @param step told after each mail
     */
    public WelcomeMails send(List<DirectoryUser> created, BooleanSupplier stop, Runnable step) {
        try {
            return isPossible()
                    ? new WelcomeRound(mails, new WelcomeMailer(transactions), new Pace())
                            .run(stop, step, withoutAddress(created))
                    : new WelcomeMails(0, 0, 0, mails.waiting().size(), 0, withoutAddress(created), List.of(NO_SERVER));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Welcome mails broke off");
            return new WelcomeMails(
                    0,
                    0,
                    0,
                    0,
                    0,
                    withoutAddress(created),
                    List.of(
                            "the mails broke off, and those that are left go with the next run; the server's log has the details"));
        }
    }

    private boolean isPossible() {
        return transactions.call(RealmMail::isSetUp);
    }

    private static long withoutAddress(List<DirectoryUser> created) {
        return created.stream().filter(user -> user.email() == null).count();
    }
}
