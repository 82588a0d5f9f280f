package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Reads what Keycloak holds in a handful of queries, however many users there are: no provider API of Keycloak lists the users of one
 * federation link. Belongs to one session.
 */
public final class LocalStore {

    private final RealmModel realm;
    private final String componentId;
    private final EntityManager entities;
    private final GroupTree groups;
    private final GroupHoldingsReader holdings;
    private final LocalUserReader users;

    public LocalStore(KeycloakSession session, RealmModel realm, String componentId, String groupsPath) {
        this.realm = realm;
        this.componentId = componentId;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.groups = new GroupTree(session, realm, entities, groupsPath);
        this.holdings = new GroupHoldingsReader(realm, entities, componentId);
        this.users = new LocalUserReader(entities, realm.getId(), componentId);
    }

    /**
     * All users of this provider.
     *
     * @param counted is run once it is settled who they are, and before the rest is read: whoever comes later is not among them
     */
    public List<LocalUser> users(Runnable counted) {
        return users.all(groups.ownedBy(componentId), counted);
    }

    /**
     * Everything of this provider, who holds the names that users still lack, and what hangs on groups that are gone. Users who came since
     * {@code known} was read are added where the directory has them, and marked as arrivals.
     *
     * @param known what {@link #users} gave
     * @param wanted the directory's users
     * @param groupKeys keys of the directory's groups
     */
    public LocalSnapshot everything(List<LocalUser> known, Collection<DirectoryUser> wanted, Set<String> groupKeys) {
        Map<String, LocalGroup> groupsById = groups.ownedBy(componentId);
        NameHolders holders = holders(known, wanted);
        Set<String> late = late(known, holders);
        List<LocalUser> all = known;
        if (!late.isEmpty()) {
            all = joined(known, users.only(late, groupsById));
            holders = holders(all, wanted);
        }
        return snapshot(all, groupsById, holders, vanished(groupsById, groupKeys), late);
    }

    /** Somebody removed from Keycloak meanwhile may have signed in again. */
    private static List<LocalUser> joined(List<LocalUser> known, List<LocalUser> newcomers) {
        Set<String> ids = newcomers.stream().map(LocalUser::directoryId).collect(Collectors.toSet());
        return Stream.concat(
                        newcomers.stream(),
                        known.stream().filter(user -> user.directoryId() == null || !ids.contains(user.directoryId())))
                .toList();
    }

    /** Only the users that stand for {@code wanted}, and who holds the names that they still lack. */
    public LocalSnapshot readOnly(Collection<DirectoryUser> wanted) {
        Set<String> ids = wanted.stream().map(DirectoryUser::id).collect(Collectors.toSet());
        List<String> keycloakIds = entities.createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and u.federationLink = :link and a.name = :name and a.value in :ids",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", componentId)
                .setParameter("name", Marks.LDAP_ID)
                .setParameter("ids", ids)
                .getResultList();
        Map<String, LocalGroup> groupsById = groups.ownedBy(componentId);
        List<LocalUser> known = users.only(Set.copyOf(keycloakIds), groupsById);
        return snapshot(known, groupsById, holders(known, wanted), List.of(), Set.of());
    }

    private LocalSnapshot snapshot(
            List<LocalUser> known,
            Map<String, LocalGroup> groupsById,
            NameHolders holders,
            List<String> vanished,
            Set<String> late) {
        return new LocalSnapshot(
                known,
                List.copyOf(groupsById.values()),
                holders.byUsername(),
                holders.byEmail(),
                groups.namesTakenByOthers(groupsById.keySet()),
                holdings.of(vanished),
                late);
    }

    /** Who holds the names and addresses that are wanted and not where they belong. */
    private NameHolders holders(List<LocalUser> known, Collection<DirectoryUser> wanted) {
        Map<String, LocalUser> byDirectoryId = new HashMap<>();
        known.stream()
                .filter(user -> user.directoryId() != null)
                .forEach(user -> byDirectoryId.put(user.directoryId(), user));
        Set<String> usernames = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (DirectoryUser user : wanted) {
            LocalUser local = byDirectoryId.get(user.id());
            if (local == null || !user.username().equals(local.username())) {
                usernames.add(user.username());
            }
            if (user.email() != null && (local == null || !user.email().equals(local.email()))) {
                emails.add(user.email());
            }
        }
        NameHolders holders = new NameHolders(entities, realm.getId());
        holders.find(usernames, realm.isDuplicateEmailsAllowed() ? Set.of() : emails);
        return holders;
    }

    /** This provider's users who hold a wanted name and are not known yet: they signed in for the first time meanwhile. */
    private Set<String> late(List<LocalUser> known, NameHolders holders) {
        Set<String> late = Stream.of(holders.byUsername(), holders.byEmail())
                .flatMap(map -> map.values().stream())
                .filter(holder -> componentId.equals(holder.federationLink()))
                .map(Holder::keycloakId)
                .collect(Collectors.toCollection(HashSet::new));
        if (!late.isEmpty()) {
            known.forEach(user -> late.remove(user.keycloakId()));
        }
        return late;
    }

    private static List<String> vanished(Map<String, LocalGroup> groupsById, Set<String> groupKeys) {
        return groupsById.values().stream()
                .filter(group -> !groupKeys.contains(group.key()))
                .map(LocalGroup::keycloakId)
                .toList();
    }
}
