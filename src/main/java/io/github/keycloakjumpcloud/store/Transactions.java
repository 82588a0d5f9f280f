package io.github.keycloakjumpcloud.store;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs work in transactions of their own, apart from the request's, so that neither its length nor its end matters. Thread-safe.
 */
public final class Transactions {

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

    /** Like {@link #call}, without flushing after each entity, so that statements travel in batches. */
    public void runBatch(BiConsumer<KeycloakSession, RealmModel> work) {
        call((session, realm) -> {
            EntityManagers.runInBatch(session, () -> work.accept(session, realm), true);
            return true;
        });
    }
}
