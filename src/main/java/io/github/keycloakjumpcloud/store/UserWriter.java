package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageUtil;

/**
 * Writes users into Keycloak's local storage, past the caches, and evicts exactly those that it changed. Belongs to one session.
 *
 * <p>Whoever asks must have made sure that a user is this provider's; as a last line of defence a foreign one is refused.
 */
public final class UserWriter {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final boolean trustEmail;
    private final UserProvider users;
    private final Map<String, String> verifiedEmails = new HashMap<>();

    public UserWriter(KeycloakSession session, RealmModel realm, String componentId, boolean trustEmail) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        this.trustEmail = trustEmail;
        this.users = UserStoragePrivateUtil.userLocalStorage(session);
    }

    /** Creates a user with the realm's default roles, groups and required actions, as a registration would. */
    public void create(DirectoryUser user, Set<String> groupIds) {
        UserModel created = users.addUser(realm, user.username());
        created.setFederationLink(componentId);
        created.setEnabled(true);
        writeProfile(created, user);
        // Keycloak has put a new user into the default groups already, and in a batch it does not see that it has.
        Set<String> present =
                realm.getDefaultGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
        groupIds.stream().filter(id -> !present.contains(id)).forEach(id -> join(created, id));
    }

    /** Brings names, addresses and attributes of an existing user up to date. */
    public void updateProfile(String keycloakId, DirectoryUser user) {
        UserModel local = own(keycloakId);
        evict(local);
        String written = local.getFirstAttribute(Marks.FINGERPRINT);
        Set<String> obsolete = new HashSet<>(Fingerprint.writtenAttributes(written));
        obsolete.removeAll(user.attributes().keySet());
        obsolete.forEach(local::removeAttribute);
        local.setUsername(user.username());
        if (local.getFirstAttribute(Marks.DISABLED) != null) {
            local.setEnabled(true);
            local.removeAttribute(Marks.DISABLED);
        }
        writeProfile(local, user);
        evict(local);
    }

    /** Changes memberships only. */
    public void updateMemberships(String keycloakId, Set<String> joinIds, Set<String> leaveIds) {
        UserModel local = own(keycloakId);
        joinIds.forEach(id -> join(local, id));
        for (String id : leaveIds) {
            GroupModel group = session.groups().getGroupById(realm, id);
            if (group != null) {
                local.leaveGroup(group);
            }
        }
        evict(local);
    }

    /** Notes that a complete read has not found the user any more. */
    public void depart(String keycloakId, Instant since) {
        UserModel local = own(keycloakId);
        local.setSingleAttribute(Marks.DEPARTED, since.toString());
        evict(local);
    }

    /** Disables a user who has left, notes that it was not an administrator who did it, and ends his sessions. */
    public void disable(String keycloakId, Instant since) {
        UserModel local = own(keycloakId);
        local.setEnabled(false);
        local.setSingleAttribute(Marks.DEPARTED, since.toString());
        local.setSingleAttribute(Marks.DISABLED, since.toString());
        evict(local);
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

    /** Gives up user name and e-mail address, so that another user of the same run can take them. */
    public void release(String keycloakId) {
        UserModel local = own(keycloakId);
        evict(local);
        if (local.isEmailVerified() && local.getEmail() != null) {
            verifiedEmails.put(keycloakId, local.getEmail());
        }
        local.setUsername("jumpcloud-renamed-" + keycloakId);
        local.setEmail(null);
        // Without it Hibernate would write the last name only, in an order of its own, and run into the unique
        // constraints.
        EntityManagers.flush(session, false);
        evict(local);
    }

    private void writeProfile(UserModel local, DirectoryUser user) {
        if (!Objects.equals(local.getEmail(), user.email()) || trustEmail) {
            local.setEmail(user.email());
            // Whoever gave an address up and gets the same one back has not lost its verification.
            boolean verified = trustEmail || Objects.equals(verifiedEmails.get(local.getId()), user.email());
            local.setEmailVerified(verified && user.email() != null);
        }
        local.setFirstName(user.firstName());
        local.setLastName(user.lastName());
        user.attributes().forEach(local::setAttribute);
        local.removeAttribute(Marks.DEPARTED);
        local.setSingleAttribute(Marks.LDAP_ID, user.id());
        local.setSingleAttribute(Marks.LDAP_ENTRY_DN, user.dn());
        local.setSingleAttribute(Marks.FINGERPRINT, Fingerprint.of(user, trustEmail));
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

    private void join(UserModel user, String groupId) {
        GroupModel group = session.groups().getGroupById(realm, groupId);
        if (group == null) {
            throw new IllegalStateException("A group was removed from Keycloak meanwhile");
        }
        user.joinGroup(group);
    }

    /** By the names that the user has now: the caches are keyed by them. */
    private void evict(UserModel user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
    }
}
