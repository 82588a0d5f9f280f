package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.store.Marks;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.storage.UserStoragePrivateUtil;

/** Reads users from Keycloak's database alone: any other way would ask the providers, and so import whom they find. Belongs to one session. */
final class AccountReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;

    AccountReader(KeycloakSession session, RealmModel realm, String componentId) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
    }

    /** Whether a name can be an e-mail address here, which Keycloak then looks for first. */
    boolean mayBeEmail(String asked) {
        return realm.isLoginWithEmailAllowed() && asked.indexOf('@') >= 0;
    }

    /** The user with this e-mail address, where it can be one. */
    @Nullable
    Account withEmail(String asked) {
        return mayBeEmail(asked) ? account(users().getUserByEmail(realm, asked)) : null;
    }

    /** The user with this user name. */
    @Nullable
    Account withUsername(String asked) {
        return account(users().getUserByUsername(realm, asked));
    }

    /** The user with this Keycloak id. */
    @Nullable
    Account withId(String keycloakId) {
        return account(users().getUserById(realm, keycloakId));
    }

    private UserProvider users() {
        return UserStoragePrivateUtil.userLocalStorage(session);
    }

    private @Nullable Account account(@Nullable UserModel user) {
        if (user == null) {
            return null;
        }
        String link = user.getFederationLink();
        return new Account(
                user.getId(),
                user.getUsername(),
                origin(link),
                link == null ? null : name(link),
                user.isEnabled(),
                user.getFirstAttribute(Marks.LDAP_ID),
                user.getFirstAttribute(Marks.LDAP_ENTRY_DN),
                user.getFirstAttribute(Marks.DEPARTED),
                user.getFirstAttribute(Marks.DISABLED),
                lockout(user));
    }

    private Account.Origin origin(@Nullable String link) {
        if (link == null) {
            return Account.Origin.LOCAL;
        }
        return link.equals(componentId) ? Account.Origin.OURS : Account.Origin.ELSEWHERE;
    }

    private String name(String link) {
        ComponentModel provider = realm.getComponent(link);
        return provider == null ? link : provider.getName();
    }

    private Account.Lockout lockout(UserModel user) {
        if (!realm.isBruteForceProtected()) {
            return Account.Lockout.NONE;
        }
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        if (protector.isPermanentlyLockedOut(session, realm, user)) {
            return Account.Lockout.PERMANENT;
        }
        return protector.isTemporarilyDisabled(session, realm, user) ? Account.Lockout.TEMPORARY : Account.Lockout.NONE;
    }
}
