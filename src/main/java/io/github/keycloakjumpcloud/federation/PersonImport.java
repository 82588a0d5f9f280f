package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.credential.PasswordCheck;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Marks;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.UserSync;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;

/** Turns what a look-up found into a Keycloak user. Belongs to one session. */
final class PersonImport {

    private static final Logger LOG = Logger.getLogger(PersonImport.class);

    private final KeycloakSession session;
    private final ComponentModel model;
    private final DirectoryAccess access;

    PersonImport(KeycloakSession session, ComponentModel model, DirectoryAccess access) {
        this.session = session;
        this.model = model;
        this.access = access;
    }

    /**
     * Creates or updates the user that was found.
     *
     * @return the stored user, or {@code null} where nobody was found or the person cannot be imported (the reason is logged)
     * @throws org.keycloak.storage.StorageUnavailableException where the directory could not be asked
     */
    @Nullable UserModel user(RealmModel realm, Lookup lookup) {
        if (lookup instanceof Lookup.Unknown unknown) {
            throw PasswordCheck.unavailable(model.getName(), unknown.problem());
        }
        if (lookup instanceof Lookup.Unusable unusable) {
            LOG.infof("%s: a JumpCloud user may not sign in: %s", model.getName(), unusable.reason());
            return null;
        }
        return lookup instanceof Lookup.Present present ? user(realm, present) : null;
    }

    private @Nullable UserModel user(RealmModel realm, Lookup.Present present) {
        Transactions transactions = new Transactions(session.getKeycloakSessionFactory(), realm.getId());
        Optional<RejectedEntry> failure =
                new UserSync(transactions, access.config(), model.getId()).onePerson(present);
        if (failure.isPresent()) {
            LOG.warnf(
                    "%s: %s cannot be imported: %s",
                    model.getName(), failure.get().dn(), failure.get().reason());
        }
        return ofDirectory(realm, present.user().id());
    }

    /** The stored user with this identity, whatever else became of the import: two first sign-ins at once leave one user. */
    @Nullable UserModel ofDirectory(RealmModel realm, String directoryId) {
        return UserStoragePrivateUtil.userLocalStorage(session)
                .searchForUserByUserAttributeStream(realm, Marks.LDAP_ID, directoryId)
                .filter(user -> model.getId().equals(user.getFederationLink()))
                .findFirst()
                .orElse(null);
    }
}
