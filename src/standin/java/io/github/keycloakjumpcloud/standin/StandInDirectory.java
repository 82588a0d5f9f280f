package io.github.keycloakjumpcloud.standin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/**
 * One organization's data, changed as an administrator would in JumpCloud's console; a change is in LDAP when the method returns, unless
 * {@link Behaviour#delayGroups(boolean)} holds changes of groups back. Names are compared without regard to case. Unknown users and groups give
 * an {@link IllegalArgumentException}. Thread-safe.
 */
public final class StandInDirectory {

    private final Tenant tenant;
    private final PasswordRule passwords;
    private final DelayedChanges groupChanges;

    StandInDirectory(Tenant tenant, Behaviour behaviour, PasswordRule passwords) {
        this.tenant = tenant;
        this.groupChanges = new DelayedChanges(behaviour);
        this.passwords = passwords;
    }

    /** The 24 hexadecimal digits. */
    public String organizationId() {
        return tenant.organizationId;
    }

    /** {@code o=<id>,dc=jumpcloud,dc=com}. */
    public String organizationDn() {
        return tenant.organizationDn;
    }

    /** {@code ou=Users,o=<id>,dc=jumpcloud,dc=com}, the place of users and groups. */
    public String usersDn() {
        return tenant.usersDn;
    }

    /** The DN that a user of this name has, or would have. */
    public String dnOf(String uid) {
        return tenant.userDn(uid);
    }

    /** The DN that a group of this name has, or would have. */
    public String groupDnOf(String name) {
        return tenant.groupDn(name);
    }

    /**
     * The current password.
     *
     * @throws IllegalStateException if the user has none yet
     */
    public String passwordOf(String uid) {
        String password = account(uid).password();
        if (password == null) {
            throw new IllegalStateException(uid + " has never set a password");
        }
        return password;
    }

    /** The current uidNumber that JumpCloud assigned; an attribute {@code uidNumber} set by hand does not show here. */
    public long uidNumberOf(String uid) {
        return account(uid).uidNumber();
    }

    /** All usernames, hidden ones too, in order of creation. */
    public List<String> usernames() {
        return tenant.accounts().stream().map(account -> account.user().uid()).toList();
    }

    /** The names of all groups, LDAP and POSIX, empty and unbound ones too, in order of creation. */
    public List<String> groupNames() {
        return tenant.groups().stream().map(group -> group.name).toList();
    }

    /** The usernames of a group's members, in order of joining. */
    public List<String> membersOf(String group) {
        return tenant.members(group(group));
    }

    /** Adds a user and its memberships; an existing user of that name is an {@link IllegalArgumentException}. */
    public StandInDirectory addUser(StandInUser user) {
        if (tenant.account(user.uid()) != null) {
            throw new IllegalArgumentException("exists already: " + user.uid());
        }
        long uidNumber = tenant.newUidNumber();
        String password = user.pending() ? null : passwords.initial(user.uid());
        Instant now = Instant.now();
        tenant.put(new Account(
                user,
                password,
                uidNumber,
                EnumSet.noneOf(Account.Flag.class),
                EntryShapes.uuid(tenant.organizationId + uidNumber),
                now,
                now));
        user.groups().forEach(group -> join(group, user.uid()));
        return this;
    }

    /** Deletes the user, from its groups too. */
    public StandInDirectory removeUser(String uid) {
        tenant.removeAccount(account(uid).key());
        return this;
    }

    /** New DN, same person: uidNumber, password and memberships stay. In JumpCloud that takes unbinding and binding again. */
    public StandInDirectory renameUser(String oldUid, String newUid) {
        if (tenant.account(newUid) != null && !Tenant.key(newUid).equals(Tenant.key(oldUid))) {
            throw new IllegalArgumentException("exists already: " + newUid);
        }
        tenant.rename(account(oldUid), newUid);
        return this;
    }

    /** Deletes the user and creates another of the same name and profile: new uidNumber, no memberships, first password of the rule. */
    public StandInDirectory recreateUser(String uid) {
        StandInUser user = account(uid).user().inGroups();
        return removeUser(uid).addUser(user);
    }

    /** Sets the password; effective at the next bind. */
    public StandInDirectory setPassword(String uid, String password) {
        tenant.put(account(uid).withPassword(password));
        return this;
    }

    /** Replaces the values of an attribute, derived ones such as {@code uidNumber} too. */
    public StandInDirectory setAttribute(String uid, String attribute, String... values) {
        Account account = account(uid);
        tenant.put(account.with(account.user().with(attribute, values)));
        return this;
    }

    /** Removes an attribute from the entry. */
    public StandInDirectory removeAttribute(String uid, String attribute) {
        return setAttribute(uid, attribute);
    }

    /** Switches "Enable as LDAP Bind DN"; open connections of the user are concerned at once. */
    public StandInDirectory setBindDn(String uid, boolean enabled) {
        Account account = account(uid);
        tenant.put(account.with(account.user().withBindDn(enabled)));
        return this;
    }

    /** Suspends the user; see {@link Behaviour#suspendedUsersGone(boolean)}. */
    public StandInDirectory suspend(String uid) {
        return flag(uid, Account.Flag.SUSPENDED, true);
    }

    /** Ends a suspension. */
    public StandInDirectory unsuspend(String uid) {
        return flag(uid, Account.Flag.SUSPENDED, false);
    }

    /** Locks the account; see {@link Behaviour#lockoutAction(AccountAction)}. */
    public StandInDirectory lock(String uid) {
        return flag(uid, Account.Flag.LOCKED, true);
    }

    /** Unlocks the account. */
    public StandInDirectory unlock(String uid) {
        return flag(uid, Account.Flag.LOCKED, false);
    }

    /** Lets the password expire; see {@link Behaviour#passwordExpirationAction(AccountAction)}. */
    public StandInDirectory expirePassword(String uid) {
        return flag(uid, Account.Flag.PASSWORD_EXPIRED, true);
    }

    /** Ends the expiry, as a new password would. */
    public StandInDirectory renewPassword(String uid) {
        return flag(uid, Account.Flag.PASSWORD_EXPIRED, false);
    }

    /** Adds a user to an existing group. */
    public StandInDirectory addMember(String group, String uid) {
        Account account = account(uid);
        groupChanges.make(() -> tenant.addMember(groupKey(group), account.key()));
        return this;
    }

    /** Removes a user from a group; the last one takes the group out of LDAP. */
    public StandInDirectory removeMember(String group, String uid) {
        Account account = account(uid);
        groupChanges.make(() -> tenant.removeMember(groupKey(group), account.key()));
        return this;
    }

    /** Adds a groupOfNames; without members it exists but is not in LDAP. An existing group of that name is replaced. */
    public StandInDirectory addGroup(String name, String... uids) {
        return addGroup(name, 0, uids);
    }

    /** Adds the posixGroup of "Create Linux group for this user group"; JumpCloud wants a name other than the LDAP group's. */
    public StandInDirectory addPosixGroup(String name, int gidNumber, String... uids) {
        return addGroup(name, gidNumber, uids);
    }

    /** Adds the entry that appears when Samba is enabled. */
    public StandInDirectory addSambaDomain(String name) {
        tenant.addSambaDomain(name);
        return this;
    }

    /** Deletes a group. */
    public StandInDirectory removeGroup(String name) {
        groupChanges.make(() -> tenant.removeGroup(groupKey(name)));
        return this;
    }

    /** Renames a group: new DN, same members. */
    public StandInDirectory renameGroup(String oldName, String newName) {
        groupChanges.make(() -> {
            Group renamed = group(oldName).renamed(newName, tenant.groupDn(newName));
            tenant.removeGroup(Tenant.key(oldName));
            tenant.put(renamed);
        });
        return this;
    }

    /** Takes a group out of LDAP without deleting it ("not bound to the LDAP directory"), or puts it back. */
    public StandInDirectory setGroupBound(String name, boolean bound) {
        groupChanges.make(() -> tenant.setBound(groupKey(name), bound));
        return this;
    }

    /** Lets every group change that {@link Behaviour#delayGroups(boolean)} held back happen now, in order. */
    public StandInDirectory releaseGroups() {
        groupChanges.release();
        return this;
    }

    private StandInDirectory addGroup(String name, int gidNumber, String... uids) {
        List<String> members =
                List.of(uids).stream().map(uid -> account(uid).key()).toList();
        groupChanges.make(() -> {
            Group group = tenant.newGroup(name, gidNumber);
            group.members.addAll(members);
            tenant.removeGroup(Tenant.key(name));
            tenant.put(group);
        });
        return this;
    }

    private void join(String group, String uid) {
        groupChanges.make(() -> {
            if (tenant.group(group) == null) {
                tenant.put(tenant.newGroup(group, 0));
            }
            tenant.addMember(Tenant.key(group), Tenant.key(uid));
        });
    }

    private StandInDirectory flag(String uid, Account.Flag flag, boolean set) {
        tenant.putAndRefreshGroups(account(uid).with(flag, set));
        return this;
    }

    private Account account(String uid) {
        Account account = tenant.account(uid);
        if (account == null) {
            throw new IllegalArgumentException("no such user: " + uid);
        }
        return account;
    }

    private Group group(String name) {
        Group group = tenant.group(name);
        if (group == null) {
            throw new IllegalArgumentException("no such group: " + name);
        }
        return group;
    }

    private String groupKey(String name) {
        return Tenant.key(group(name).name);
    }
}
