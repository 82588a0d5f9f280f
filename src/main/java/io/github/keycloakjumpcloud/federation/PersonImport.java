package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Marks;
import io.github.keycloakjumpcloud.store.OwnSession;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.PersonSync;
import io.github.keycloakjumpcloud.sync.SettingsProof;
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
     * @param work for what is written; to be closed when the user has been read
     * @return the stored user, or {@code null} where nobody was found or the person cannot be imported (the reason is logged)
     * @throws DirectoryUnavailableException where the directory could not be asked, or the database did not take a user with whom nothing is wrong
     */
    @Nullable
    UserModel user(RealmModel realm, Lookup lookup, UninterruptedWork work) {
        if (lookup instanceof Lookup.Unknown unknown) {
            // Keycloak logs it and goes on as if there were no such user, whom it does not count; it leaves no way to
            // say more.
            throw new DirectoryUnavailableException(
                    model.getName() + ": " + unknown.problem().sentence());
        }
        if (lookup instanceof Lookup.Unusable unusable) {
            LOG.infof("%s: a JumpCloud user may not sign in: %s", model.getName(), unusable.reason());
        } else if (lookup instanceof Lookup.Ambiguous ambiguous) {
            LOG.infof("%s: a JumpCloud user may not sign in: %s", model.getName(), ambiguous.reason());
        }
        return lookup instanceof Lookup.Present present ? user(realm, present, work) : null;
    }

    private @Nullable UserModel user(RealmModel realm, Lookup.Present present, UninterruptedWork work) {
        String realmId = realm.getId();
        try {
            Optional<PersonSync> written = work.call(() -> write(realmId, present));
            UserModel user =
                    written.isEmpty() ? null : ofDirectory(realm, present.user().id());
            if (user == null && written.map(PersonSync::unexplained).orElse(false)) {
                throw new IllegalStateException("The database has not taken the user");
            }
            return user;
        } catch (RuntimeException e) {
            // Any other exception would be an internal server error for everybody whom Keycloak's database does not
            // know.
            throw new DirectoryUnavailableException(model.getName() + ": a user cannot be imported", e);
        }
    }

    /** Empty where the person is not taken for the user who has the identity. */
    private Optional<PersonSync> write(String realmId, Lookup.Present present) {
        DirectoryUser user = present.user();
        Transactions transactions = new Transactions(session.getKeycloakSessionFactory(), realmId);
        String known = knownName(transactions, user.id());
        if (known != null && !known.equals(user.username())) {
            String doubt = doubt(realmId, present);
            if (doubt != null) {
                LOG.warnf(
                        "%s: %s is not taken for the renamed user '%s', because %s",
                        model.getName(), user.dn(), known, doubt);
                return Optional.empty();
            }
        }
        return Optional.of(synchronize(transactions, present));
    }

    /**
     * Brings a user up to date with what was found. What goes wrong is logged and keeps nobody from signing in: the next sign-in or sync tries again.
     *
     * @param user as this session knows him; it sees the change afterwards
     * @return whether Keycloak now has what was found
     */
    boolean refresh(RealmModel realm, UserModel user, Lookup.Present present) {
        try {
            PersonSync outcome =
                    synchronize(new Transactions(session.getKeycloakSessionFactory(), realm.getId()), present);
            if (outcome.changed()) {
                OwnSession.forget(session, realm, user);
            }
            return outcome.failure() == null;
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "%s: %s could not be brought up to date",
                    model.getName(),
                    present.user().dn());
            return false;
        }
    }

    private PersonSync synchronize(Transactions transactions, Lookup.Present present) {
        PersonSync outcome = new UserSync(transactions, access.config(), model.getId()).onePerson(present);
        RejectedEntry failure = outcome.failure();
        if (failure != null) {
            LOG.warnf("%s: %s cannot be imported: %s", model.getName(), failure.dn(), failure.reason());
        }
        return outcome;
    }

    /** In a session of its own: this one would go on seeing the user as he was before the import. */
    private @Nullable String knownName(Transactions transactions, String directoryId) {
        return transactions
                .<Optional<String>>call((other, realm) -> Optional.ofNullable(
                                new PersonImport(other, model, access).ofDirectory(realm, directoryId))
                        .map(UserModel::getUsername))
                .orElse(null);
    }

    /** Why a rename is not to be believed, or {@code null}. */
    private @Nullable String doubt(String realmId, Lookup.Present present) {
        if (!isAlone(present)) {
            return "another entry has the same identity; make it unique in JumpCloud";
        }
        return proof(realmId).isGiven(present.idAttribute())
                ? null
                : "settings have changed since the last complete sync, so the same id may be another person's; sync, and approve what it holds back";
    }

    /** Whether ids can be relied on; keeps nothing of this session. */
    SettingsProof proof(String realmId) {
        return new SettingsProof(session.getKeycloakSessionFactory(), realmId, model.getId(), access.config());
    }

    /** A rename is believed only if nobody else has the identity. */
    private boolean isAlone(Lookup.Present present) {
        DirectoryUser user = present.user();
        return access.directory().findById(present.idAttribute(), user.id()) instanceof Lookup.Present only
                && only.user().dn().equals(user.dn());
    }

    /** The stored user with this identity, whatever else became of the import: two first sign-ins at once leave one user. */
    @Nullable
    UserModel ofDirectory(RealmModel realm, String directoryId) {
        return UserStoragePrivateUtil.userLocalStorage(session)
                .searchForUserByUserAttributeStream(realm, Marks.LDAP_ID, directoryId)
                .filter(user -> model.getId().equals(user.getFederationLink()))
                .findFirst()
                .orElse(null);
    }
}
