package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.UserStorageUtil;

/** Which users belong to which federation provider of a realm, and how they change hands. Belongs to one session. */
final class FederationLinks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager entities;

    FederationLinks(KeycloakSession session, RealmModel realm, EntityManager entities) {
        this.session = session;
        this.realm = realm;
        this.entities = entities;
    }

    /** A provider's users, with the identity that it has noted on them. */
    List<ForeignUser> users(String link) {
        Map<String, String> ids = marks(link, Marks.LDAP_ID);
        Map<String, String> dns = marks(link, Marks.LDAP_ENTRY_DN);
        Set<String> passwords = passwords(link);
        return ofLink("select u.id, u.username from UserEntity u", "", link).stream()
                .map(row -> {
                    String id = row.get(0, String.class);
                    return new ForeignUser(
                            id, row.get(1, String.class), ids.get(id), dns.get(id), passwords.contains(id));
                })
                .toList();
    }

    /** The identities of a provider's users. */
    Set<String> directoryIds(String link) {
        return Set.copyOf(marks(link, Marks.LDAP_ID).values());
    }

    /** Keycloak ids of a provider's users who carry one of these marks. */
    Set<String> marked(String link, Collection<String> names) {
        return Set.copyOf(entities.createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and u.federationLink = :link and a.name in :names",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", link)
                .setParameter("names", names)
                .getResultList());
    }

    /**
     * Gives users of one provider to another.
     *
     * @throws ChangedMeanwhileException where one of them is not the first one's any more; the caller rolls back
     */
    void move(String from, String to, List<String> userIds) {
        require(Chunks.ofStatements(userIds)
                        .mapToInt(chunk -> relink(from, to, chunk))
                        .sum()
                == userIds.size());
    }

    /**
     * Gives local users to a provider.
     *
     * @throws ChangedMeanwhileException where one of them is gone or a provider's by now; the caller rolls back
     */
    void take(String to, List<String> userIds) {
        int taken = entities.createQuery("update UserEntity u set u.federationLink = :link where u.realmId = :realm"
                        + " and u.federationLink is null and u.id in :ids")
                .setParameter("link", to)
                .setParameter("realm", realm.getId())
                .setParameter("ids", userIds)
                .executeUpdate();
        require(taken == userIds.size());
    }

    /** Left on, its next sync would report every user who has moved as taken. */
    void switchOff(String componentId) {
        UserStorageProviderModel provider =
                new UserStorageProviderModel(new ComponentModel(realm.getComponent(componentId)));
        provider.setEnabled(false);
        realm.updateComponent(provider);
    }

    /** Has every node read the realm's users anew. */
    void forgetCachedUsers() {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm);
        }
    }

    private static void require(boolean asPlanned) {
        if (!asPlanned) {
            throw new ChangedMeanwhileException("Users of this realm have changed meanwhile; preview again");
        }
    }

    private int relink(String from, String to, Collection<String> chunk) {
        return entities.createQuery("update UserEntity u set u.federationLink = :link where u.realmId = :realm"
                        + " and u.federationLink = :source and u.id in :chunk")
                .setParameter("link", to)
                .setParameter("realm", realm.getId())
                .setParameter("source", from)
                .setParameter("chunk", chunk)
                .executeUpdate();
    }

    private Set<String> passwords(String link) {
        return Set.copyOf(entities.createQuery(
                        "select distinct u.id from CredentialEntity c join c.user u where u.realmId = :realm"
                                + " and u.federationLink = :link and c.type = :type",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", link)
                .setParameter("type", PasswordCredentialModel.TYPE)
                .getResultList());
    }

    private Map<String, String> marks(String link, String mark) {
        Map<String, String> marks = new HashMap<>();
        for (Tuple row : ofLink(
                "select u.id, a.value, a.longValue from UserEntity u join u.attributes a",
                " and a.name = '" + mark + "'",
                link)) {
            String value = row.get(1, String.class) != null ? row.get(1, String.class) : row.get(2, String.class);
            if (value != null) {
                marks.put(row.get(0, String.class), value);
            }
        }
        return marks;
    }

    private List<Tuple> ofLink(String select, String condition, String link) {
        return entities.createQuery(
                        select + " where u.realmId = :realm and u.federationLink = :link" + condition, Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", link)
                .getResultList();
    }
}
