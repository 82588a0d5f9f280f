package io.github.keycloakjumpcloud.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One organization: its accounts and groups, and what of them is published in LDAP. All methods lock the tenant. */
final class Tenant {

    final String organizationId;
    final String organizationDn;
    final String usersDn;
    final String organizationKey;
    final EntryStore store = new EntryStore();

    private final Behaviour behaviour;
    private final EntryIndexer indexer = new EntryIndexer();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    /** Account key to group keys, the other direction of {@link Group#members}. */
    private final Map<String, Set<String>> memberships = new LinkedHashMap<>();

    private long nextUidNumber = 5000;
    /** While loading, entries are published once at the end instead of after every change. */
    private boolean loading;

    Tenant(String organizationId, Behaviour behaviour) {
        this.organizationId = organizationId;
        this.behaviour = behaviour;
        this.organizationDn = DnText.organization(organizationId);
        this.organizationKey = DnText.normalizeOwn(organizationDn);
        this.usersDn = "ou=Users," + organizationDn;
        store.put(indexer.index(() -> EntryShapes.organization(organizationId), null));
        store.put(indexer.index(() -> EntryShapes.usersContainer(usersDn), null));
    }

    /** Names compare without regard to case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String userDn(String uid) {
        return DnText.rdn("uid", uid) + "," + usersDn;
    }

    String groupDn(String name) {
        return DnText.rdn("cn", name) + "," + usersDn;
    }

    Group newGroup(String name, int gidNumber) {
        String dn = groupDn(name);
        return new Group(name, dn, gidNumber, EntryShapes.uuid(dn));
    }

    synchronized void load(Runnable filling) {
        loading = true;
        filling.run();
        loading = false;
        republish();
    }

    synchronized @Nullable Account account(String uid) {
        return accounts.get(key(uid));
    }

    synchronized @Nullable Group group(String name) {
        return groups.get(key(name));
    }

    synchronized Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    synchronized Collection<Group> groups() {
        return List.copyOf(groups.values());
    }

    synchronized List<String> members(Group group) {
        return group.members.stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .map(account -> account.user().uid())
                .toList();
    }

    synchronized long newUidNumber() {
        return nextUidNumber++;
    }

    synchronized void put(Account account) {
        accounts.put(account.key(), account);
        publishUser(account.key());
    }

    /** Publishes a change that can show or hide the account, so that its groups change with it. */
    synchronized void putAndRefreshGroups(Account account) {
        put(account);
        groupKeys(account.key()).forEach(this::publishGroup);
    }

    synchronized void removeAccount(String key) {
        Set<String> left = groupKeys(key);
        memberships.remove(key);
        Account removed = accounts.remove(key);
        if (removed != null) {
            store.remove(DnText.normalizeOwn(userDn(removed.user().uid())));
        }
        for (String group : left) {
            member(group).remove(key);
            publishGroup(group);
        }
    }

    synchronized void rename(Account account, String newUid) {
        Set<String> kept = groupKeys(account.key());
        removeAccount(account.key());
        Account renamed = account.with(account.user().renamed(newUid));
        accounts.put(renamed.key(), renamed);
        kept.forEach(group -> join(group, renamed.key()));
        publishUser(renamed.key());
        kept.forEach(this::publishGroup);
    }

    synchronized void put(Group group) {
        groups.put(key(group.name), group);
        group.members.forEach(member -> link(member, key(group.name)));
        publishGroup(key(group.name));
        group.members.forEach(this::publishUser);
    }

    synchronized void removeGroup(String key) {
        Group removed = groups.remove(key);
        if (removed == null) {
            return;
        }
        store.remove(DnText.normalizeOwn(removed.dn));
        for (String member : removed.members) {
            groupLinks(member).remove(key);
            publishUser(member);
        }
    }

    synchronized void addMember(String groupKey, String accountKey) {
        join(groupKey, accountKey);
        publishGroup(groupKey);
        publishUser(accountKey);
    }

    synchronized void removeMember(String groupKey, String accountKey) {
        member(groupKey).remove(accountKey);
        groupLinks(accountKey).remove(groupKey);
        publishGroup(groupKey);
        publishUser(accountKey);
    }

    synchronized void setBound(String groupKey, boolean bound) {
        Group group = groups.get(groupKey);
        if (group != null) {
            group.bound = bound;
            publishGroup(groupKey);
            group.members.forEach(this::publishUser);
        }
    }

    synchronized void addSambaDomain(String name) {
        String dn = DnText.rdn("sambaDomainName", name) + "," + usersDn;
        store.put(indexer.index(() -> EntryShapes.sambaDomain(name, dn), null));
    }

    synchronized void republish() {
        accounts.keySet().forEach(this::publishUser);
        groups.keySet().forEach(this::publishGroup);
    }

    /** After a change of the rules that hide accounts; only accounts with a flag can be concerned. */
    synchronized void republishFlagged() {
        for (Account account : accounts.values()) {
            if (!account.flags().isEmpty()) {
                putPublished(account);
            }
        }
    }

    private void putPublished(Account account) {
        publishUser(account.key());
        groupKeys(account.key()).forEach(this::publishGroup);
    }

    private Set<String> groupKeys(String accountKey) {
        return new LinkedHashSet<>(memberships.getOrDefault(accountKey, Set.of()));
    }

    private Set<String> groupLinks(String accountKey) {
        return memberships.computeIfAbsent(accountKey, k -> new LinkedHashSet<>());
    }

    private Set<String> member(String groupKey) {
        Group group = groups.get(groupKey);
        return group == null ? new LinkedHashSet<>() : group.members;
    }

    private void join(String groupKey, String accountKey) {
        member(groupKey).add(accountKey);
        link(accountKey, groupKey);
    }

    private void link(String accountKey, String groupKey) {
        groupLinks(accountKey).add(groupKey);
    }

    private void publishUser(String key) {
        Account account = accounts.get(key);
        if (loading || account == null) {
            return;
        }
        String dn = userDn(account.user().uid());
        if (!account.listed(behaviour)) {
            store.remove(DnText.normalizeOwn(dn));
            return;
        }
        List<String> memberOf = new ArrayList<>();
        for (String groupKey : memberships.getOrDefault(key, Set.of())) {
            Group group = groups.get(groupKey);
            if (group != null && group.bound && !group.posix()) {
                memberOf.add(group.dn);
            }
        }
        List<String> compact = List.copyOf(memberOf);
        store.put(indexer.index(() -> EntryShapes.user(account, dn, compact), key));
    }

    private void publishGroup(String key) {
        Group group = groups.get(key);
        if (loading || group == null) {
            return;
        }
        String dn = group.dn;
        group.modified = Instant.now();
        List<String> uids = listedMembers(group);
        // groupOfNames needs a member: JumpCloud shows no group that is empty or not bound to the LDAP directory.
        if (!group.bound || uids.isEmpty()) {
            store.remove(DnText.normalizeOwn(dn));
        } else if (group.posix()) {
            store.put(indexer.index(() -> EntryShapes.posixGroup(group, dn, uids), null));
        } else {
            List<String> dns = uids.stream().map(this::userDn).toList();
            store.put(indexer.index(() -> EntryShapes.group(group, dn, dns), null));
        }
    }

    /** Unsorted, as JumpCloud sends them, but the same at every run. */
    private List<String> listedMembers(Group group) {
        return group.members.stream()
                .map(accounts::get)
                .filter(account -> account != null && account.listed(behaviour))
                .map(account -> account.user().uid())
                .sorted((a, b) -> Integer.compare(scatter(group.name, a), scatter(group.name, b)))
                .toList();
    }

    private static int scatter(String group, String uid) {
        return (group + uid).hashCode() * 0x9E3779B9;
    }
}
