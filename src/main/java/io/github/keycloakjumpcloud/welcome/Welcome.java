package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.store.StoredMails;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The welcome mails of one run of one component. Belongs to that run. */
public final class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private static final String NO_SERVER =
            "the realm has no mail server; enter one with a sender's address under Realm settings > Email";

    static final String BROKEN_OFF =
            "the mails broke off, and those that are left go with the next run; the server's log has the details";

    private final Transactions transactions;
    private final String componentId;
    private final StoredMails mails;
    private final Set<String> known;

    Welcome(Transactions transactions, String componentId, Set<String> known) {
        this.transactions = transactions;
        this.componentId = componentId;
        this.mails = new StoredMails(transactions, componentId);
        this.known = known;
    }

    /**
     * Reads who has been welcomed already, before anything is written: a run that does not know it does not begin, as nobody whom it created would ever
     * get a mail.
     *
     * @param users whom Keycloak has already; they get no mail, also if they are deleted and come again
     * @param dryRun whether to keep that in mind only
     */
    public static Welcome begin(Transactions transactions, String componentId, List<LocalUser> users, boolean dryRun) {
        StoredMails mails = new StoredMails(transactions, componentId);
        Set<String> known = new HashSet<>(mails.people());
        Map<String, LocalUser> here = StoredMails.people(users);
        here.keySet().removeAll(known);
        known.addAll(here.keySet());
        if (!dryRun && !here.isEmpty()) {
            exempt(mails, here);
        }
        return new Welcome(transactions, componentId, known);
    }

    private static void exempt(StoredMails mails, Map<String, LocalUser> users) {
        try {
            mails.exempt(users);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Users who get no welcome mail could not be marked; the next run tries again");
        }
    }

    /** Whether a user who is created gets a mail: one with an address, for whom there has never been one. */
    public boolean isDue(DirectoryUser user) {
        return user.email() != null && !known.contains(StoredMails.person(user));
    }

    /** What a run that creates these users would send. Throws nothing. */
    public WelcomeMails planned(List<DirectoryUser> created) {
        try {
            long all = mails.waiting().size()
                    + created.stream().filter(this::isDue).count();
            Optional<String> obstacle = obstacle();
            long due = obstacle.isPresent() ? 0 : Math.min(all, WelcomeRound.MOST);
            return new WelcomeMails(
                    due,
                    0,
                    0,
                    all - due,
                    0,
                    withoutAddress(created),
                    obstacle.stream().toList());
        } catch (RuntimeException e) {
            return brokenOff(e, created);
        }
    }

    /** How many wait now; for the run's progress, and so 0 where the database does not say. */
    public long waiting() {
        try {
            return Math.min(mails.waiting().size(), WelcomeRound.MOST);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The welcome mails that wait cannot be counted: %s",
                    e.getClass().getName());
            return 0;
        }
    }

    /**
     * Sends what waits, those of the users created among it. Throws nothing: users are there with or without a mail.
     *
     * @param stop whether to end before the next mail
     * @param step told after each mail
     */
    public WelcomeMails send(List<DirectoryUser> created, BooleanSupplier stop, Runnable step) {
        try {
            if (!transactions.call((session, realm) -> StoredMails.areWanted(realm, componentId))) {
                return givenUp(created);
            }
            Optional<String> obstacle = obstacle();
            return obstacle.isPresent()
                    ? new WelcomeMails(
                            0, 0, 0, mails.waiting().size(), 0, withoutAddress(created), List.of(obstacle.get()))
                    : new WelcomeRound(mails, new WelcomeMailer(transactions, componentId), new Pace())
                            .run(stop, step, withoutAddress(created));
        } catch (RuntimeException e) {
            return brokenOff(e, created);
        }
    }

    /** The option was switched off while the run wrote users. */
    private WelcomeMails givenUp(List<DirectoryUser> created) {
        long lapsed = transactions.call((session, realm) -> StoredMails.giveUp(session, componentId));
        return new WelcomeMails(0, 0, 0, 0, lapsed, withoutAddress(created), List.of());
    }

    private static WelcomeMails brokenOff(RuntimeException e, List<DirectoryUser> created) {
        LOG.errorf(e, "Welcome mails broke off");
        return new WelcomeMails(0, 0, 0, 0, 0, withoutAddress(created), List.of(BROKEN_OFF));
    }

    /** Why no mail can leave now. */
    private Optional<String> obstacle() {
        return transactions.call((session, realm) -> {
            if (WelcomeMailer.isAsleep(realm, componentId)) {
                return Optional.of(WelcomeMailer.ASLEEP);
            }
            return RealmMail.isSetUp(session, realm) ? Optional.empty() : Optional.of(NO_SERVER);
        });
    }

    private static long withoutAddress(List<DirectoryUser> created) {
        return created.stream().filter(user -> user.email() == null).count();
    }
}
