package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageUtil;

/**
 * Writes users into Keycloak's local storage, past the caches, and evicts exactly those that it changed. New users and changes are collected and
 * written by {@link #finish()}; what it does at once says so. Belongs to one session.
 *
 * <p>Whoever asks must have made sure that a user is this provider's; as a last line of defence a foreign one is refused.
 */
public final class UserWriter {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final UserProvider users;
    private final ProfileWrite profileWrite;
    private final NewUsers newUsers;
    private final ChangedUsers changedUsers;
    private final List<WaitingMail> mails = new ArrayList<>();

    public UserWriter(KeycloakSession session, RealmModel realm, String componentId, boolean trustEmail) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        this.users = UserStoragePrivateUtil.userLocalStorage(session);
        this.profileWrite = new ProfileWrite(realm, trustEmail);
        this.newUsers = new NewUsers(session, realm, componentId, trustEmail);
        this.changedUsers = new ChangedUsers(session, realm, componentId, profileWrite);
    }

    /** Creates a user with this id, which nobody may have yet, and with the realm's default roles, groups and required actions, as a registration would. */
    public void create(String keycloakId, DirectoryUser user, Set<String> groupIds) {
        newUsers.add(keycloakId, user, groupIds);
    }

    /** Lets a welcome mail wait for a user who is created in the same transaction. */
    public void welcome(String keycloakId, DirectoryUser user) {
        mails.add(new WaitingMail(StoredMails.person(user), keycloakId));
    }

    /** Brings names, addresses and attributes of an existing user up to date. */
    public void updateProfile(String keycloakId, DirectoryUser user) {
        changedUsers.profile(keycloakId, user);
    }

    /** Changes memberships only. */
    public void updateMemberships(String keycloakId, Set<String> joinIds, Set<String> leaveIds) {
        changedUsers.memberships(keycloakId, joinIds, leaveIds);
    }

    /** Writes what was collected. */
    public void finish() {
        changedUsers.write();
        newUsers.insert();
        if (!mails.isEmpty()) {
            new WelcomeTable(new Sql(session)).add(realm.getId(), componentId, mails, System.currentTimeMillis());
            mails.clear();
        }
    }

    /** Notes, at once, that a complete read has not found the user any more. */
    public void depart(String keycloakId, Instant since) {
        UserModel local = own(keycloakId);
        local.setSingleAttribute(Marks.DEPARTED, since.toString());
        evict(local);
        StoredPasswords.removeUser(session, keycloakId);
    }

    /** Disables a user who has left, notes that it was not an administrator who did it, and ends his sessions. */
    public void disable(String keycloakId, Instant since) {
        UserModel local = own(keycloakId);
        local.setEnabled(false);
        local.setSingleAttribute(Marks.DEPARTED, since.toString());
        local.setSingleAttribute(Marks.DISABLED, since.toString());
        evict(local);
        StoredPasswords.removeUser(session, keycloakId);
        new UserDeparture(session, realm).endSessions(local);
    }

    /**
     * Deletes a user with everything that is his.
     *
     * @param onlyIfDisabled whether the user must still be disabled, and by this provider
     */
    public void delete(String keycloakId, boolean onlyIfDisabled) {
        UserModel local = own(keycloakId);
        if (onlyIfDisabled && (local.isEnabled() || local.getFirstAttribute(Marks.DISABLED) == null)) {
            throw new IllegalStateException("The user was not deleted, because somebody enabled him meanwhile");
        }
        evict(local);
        StoredPasswords.removeUser(session, keycloakId);
        new UserDeparture(session, realm).delete(local);
    }

    /** Leaves user name and e-mail address to somebody new; a return under the same identity brings the directory's back. */
    public void giveUpNames(String keycloakId, String username) {
        UserModel local = own(keycloakId);
        evict(local);
        local.setUsername(username);
        local.setEmail(null);
        local.setEmailVerified(false);
        EntityManagers.flush(session, false);
        evict(local);
    }

    /** Gives up user name and e-mail address, at once, so that another user of the same run can take them. */
    public void release(String keycloakId) {
        UserModel local = own(keycloakId);
        evict(local);
        if (local.isEmailVerified() && local.getEmail() != null) {
            profileWrite.rememberVerified(keycloakId, local.getEmail());
        }
        local.setUsername("jumpcloud-renamed-" + keycloakId);
        local.setEmail(null);
        // Without it Hibernate would write the last name only, in an order of its own, and run into the unique
        // constraints.
        EntityManagers.flush(session, false);
        evict(local);
    }

    private UserModel own(String keycloakId) {
        UserModel user = users.getUserById(realm, keycloakId);
        if (user == null) {
            throw new IllegalStateException("The user was removed from Keycloak meanwhile");
        }
        if (!componentId.equals(user.getFederationLink())) {
            throw new IllegalStateException("The user belongs to another provider meanwhile");
        }
        return user;
    }

    /** By the names that the user has now: the caches are keyed by them. */
    private void evict(UserModel user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
    }
}
