package io.github.keycloakjumpcloud.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * {@link KeptPasswords} of one component in the database. Reads and writes in small transactions of their own: a failure spoils no sign-in, what was
 * erased stays erased whatever becomes of the request, and what another request has just written is seen. Belongs to one session.
 */
public final class StoredPasswords implements KeptPasswords {

    private static final Logger LOG = Logger.getLogger(StoredPasswords.class);

    private final KeycloakSession session;
    private final String realmId;
    private final String componentId;

    public StoredPasswords(KeycloakSession session, String realmId, String componentId) {
        this.session = session;
        this.realmId = realmId;
        this.componentId = componentId;
    }

    @Override
    public Optional<KeptPassword> find(String keycloakId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), other -> table(other).find(componentId, keycloakId));
    }

    @Override
    public void keep(String keycloakId, KeptPassword password) {
        Optional<String> former = find(keycloakId).map(KeptPassword::hashId);
        try {
            write(table -> table.write(realmId, componentId, keycloakId, password));
        } catch (RuntimeException e) {
            Optional<String> present = find(keycloakId).map(KeptPassword::hashId);
            if (present.isEmpty() || present.equals(former)) {
                throw e;
            }
            LOG.debugf(e, "Another sign-in of %s was faster to keep the password", keycloakId);
        }
    }

    @Override
    public void extend(String keycloakId, String hashId, Instant until) {
        write(table -> table.extend(keycloakId, hashId, until));
    }

    @Override
    public void forget(String keycloakId) {
        if (find(keycloakId).isPresent()) {
            write(table -> table.removeUser(keycloakId));
        }
    }

    /** Moves the end of everything that a component keeps, in the session's transaction. */
    public static void prolong(KeycloakSession session, String componentId, Duration change) {
        table(session).prolong(componentId, change);
    }

    /** Erases what is kept of a user, in the session's transaction. */
    public static void removeUser(KeycloakSession session, String keycloakId) {
        table(session).removeUser(keycloakId);
    }

    /** Erases what a component keeps, in the session's transaction. */
    public static void removeComponent(KeycloakSession session, String componentId) {
        table(session).removeComponent(componentId);
    }

    /** Erases what a realm's components keep, in the session's transaction. */
    public static void removeRealm(KeycloakSession session, String realmId) {
        table(session).removeRealm(realmId);
    }

    /** Erases everything that is over, or whose user is gone or no longer the component's, in the session's transaction. */
    public static void removeOver(KeycloakSession session) {
        table(session).removeOver(Instant.now());
        table(session).removeOrphans();
    }

    private void write(Consumer<KeptPasswordTable> change) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), other -> change.accept(table(other)));
    }

    private static KeptPasswordTable table(KeycloakSession session) {
        return new KeptPasswordTable(new Sql(session));
    }
}
