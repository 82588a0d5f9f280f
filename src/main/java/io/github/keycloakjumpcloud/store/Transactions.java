package io.github.keycloakjumpcloud.store;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs work in transactions of their own, apart from the request's, so that neither its length nor its end matters. Thread-safe.
 */
public final class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    /** More than two pay where the database is another machine; more than four take connections from sign-ins. */
    private static final int MOST_AT_ONCE =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    /** Its writers get into each other's way: on two cores an import took 8.8 s with two of them and 6.4 s with one. */
    private static final String ONE_WRITER = "H2";

    private final KeycloakSessionFactory factory;
    private final String realmId;

    /** Transactions in the realm with this id. */
    public Transactions(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.realmId = realmId;
    }

    /** Runs the work in a session with the realm set, commits and gives its result; rolls back and rethrows what it throws. */
    public <T> T call(BiFunction<KeycloakSession, RealmModel, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                throw new IllegalStateException("The realm was removed meanwhile");
            }
            session.getContext().setRealm(realm);
            return work.apply(session, realm);
        });
    }

    /** How many transactions that write at the same time are faster than one after the other; one where the database cannot be asked. */
    public int concurrency() {
        try {
            String product = call((session, realm) -> new Sql(session).product());
            return ONE_WRITER.equals(product) ? 1 : MOST_AT_ONCE;
        } catch (RuntimeException e) {
            // Writing itself will say what is wrong.
            LOG.debug("The database's name cannot be read", e);
            return 1;
        }
    }

    /** Like {@link #call}, without flushing after each entity, so that statements travel in batches. */
    public void runBatch(BiConsumer<KeycloakSession, RealmModel> work) {
        call((session, realm) -> {
            EntityManagers.runInBatch(session, () -> work.accept(session, realm), true);
            return true;
        });
    }
}
