package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The imported groups and the place where they live. Belongs to one session. */
public final class GroupTree {

    /** What Keycloak stores as the parent of a top-level group. */
    private static final String TOP_LEVEL = " ";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager entities;
    private final String path;

    public GroupTree(KeycloakSession session, RealmModel realm, String path) {
        this(session, realm, session.getProvider(JpaConnectionProvider.class).getEntityManager(), path);
    }

    GroupTree(KeycloakSession session, RealmModel realm, EntityManager entities, String path) {
        this.session = session;
        this.realm = realm;
        this.entities = entities;
        this.path = path;
    }

    /**
     * Creates a group with this provider's mark, and the groups of the path above it where they are missing.
     *
     * @return Keycloak's id of the new group
     */
    public String create(DirectoryGroup group, String componentId) {
        GroupModel created = session.groups().createGroup(realm, group.name(), parent());
        mark(created, group, componentId);
        return created.getId();
    }

    /** Makes a group this provider's. */
    void mark(GroupModel group, DirectoryGroup directoryGroup, String componentId) {
        group.setSingleAttribute(Marks.COMPONENT, componentId);
        group.setSingleAttribute(Marks.LDAP_ENTRY_DN, directoryGroup.dn());
    }

    /** Groups directly below the path that carry no provider's mark: name to Keycloak id. */
    Map<String, String> unmarked() {
        Set<String> marked = Set.copyOf(entities.createQuery(
                        "select g.id from GroupEntity g join g.attributes mark where g.realm = :realm and mark.name = :mark",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("mark", Marks.COMPONENT)
                .getResultList());
        Map<String, String> groups = new HashMap<>();
        for (Tuple sibling : siblings()) {
            if (!marked.contains(sibling.get(0, String.class))) {
                groups.put(sibling.get(1, String.class), sibling.get(0, String.class));
            }
        }
        return groups;
    }

    /** The group with this provider's mark that stands for a directory group, if there is one. */
    public Optional<String> find(DirectoryGroup group, String componentId) {
        return ownedBy(componentId).values().stream()
                .filter(owned -> owned.key().equals(group.key()))
                .map(LocalGroup::keycloakId)
                .findFirst();
    }

    /** Gives an imported group back the directory's name. */
    public void rename(String groupId, String name, String componentId) {
        own(groupId, componentId).setName(name);
    }

    /** Removes an imported group, unless something hangs on it by now that is not this provider's. */
    public void remove(String groupId, String componentId) {
        GroupModel group = own(groupId, componentId);
        if (!new GroupHoldingsReader(realm, entities, componentId)
                .of(List.of(groupId))
                .isEmpty()) {
            throw new IllegalStateException(
                    "The group was not removed, because members, sub-groups or roles were added to it meanwhile");
        }
        session.groups().removeGroup(realm, group);
    }

    private GroupModel own(String groupId, String componentId) {
        GroupModel group = session.groups().getGroupById(realm, groupId);
        if (group == null) {
            throw new IllegalStateException("The group was removed from Keycloak meanwhile");
        }
        if (!componentId.equals(group.getFirstAttribute(Marks.COMPONENT))) {
            throw new IllegalStateException("The group lost this provider's mark meanwhile");
        }
        return group;
    }

    /** The groups that carry this provider's mark, by their Keycloak id. */
    Map<String, LocalGroup> ownedBy(String componentId) {
        Map<String, LocalGroup> groups = new HashMap<>();
        for (Tuple row : entities.createQuery(
                        "select g.id, g.name, dn.value from GroupEntity g join g.attributes mark join g.attributes dn"
                                + " where g.realm = :realm and mark.name = :mark and mark.value = :component and dn.name = :dn",
                        Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("mark", Marks.COMPONENT)
                .setParameter("component", componentId)
                .setParameter("dn", Marks.LDAP_ENTRY_DN)
                .getResultList()) {
            String id = row.get(0, String.class);
            String dn = row.get(2, String.class);
            groups.put(id, new LocalGroup(id, DistinguishedName.keyOf(dn), row.get(1, String.class), dn));
        }
        return groups;
    }

    /** Names below the path of groups other than these. */
    Set<String> namesTakenByOthers(Set<String> ownedIds) {
        Set<String> names = new HashSet<>();
        for (Tuple sibling : siblings()) {
            if (!ownedIds.contains(sibling.get(0, String.class))) {
                names.add(sibling.get(1, String.class));
            }
        }
        return names;
    }

    /** Id and name of the groups directly below the path. */
    private List<Tuple> siblings() {
        GroupModel parent = "/".equals(path) ? null : KeycloakModelUtils.findGroupByPath(session, realm, path);
        if (parent == null && !"/".equals(path)) {
            return List.of();
        }
        return entities.createQuery(
                        "select g.id, g.name from GroupEntity g where g.realm = :realm and g.parentId = :parent",
                        Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("parent", parent == null ? TOP_LEVEL : parent.getId())
                .getResultList();
    }

    private @Nullable GroupModel parent() {
        GroupModel parent = null;
        for (String segment : path.split("/")) {
            if (!segment.isBlank()) {
                GroupModel existing = session.groups().getGroupByName(realm, parent, segment);
                parent = existing != null ? existing : session.groups().createGroup(realm, segment, parent);
            }
        }
        return parent;
    }
}
