package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Makes local users who came through an identity provider this provider's: they get the federation link and the marks, and keep ids, credentials,
 * roles, groups, sessions and the link to the identity provider. Belongs to one session.
 */
public final class BrokerTakeover {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final EntityManager entities;
    private final FederationLinks links;
    private final MarkRows marks;

    public BrokerTakeover(KeycloakSession session, RealmModel realm, String componentId) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.links = new FederationLinks(session, realm, entities);
        this.marks = new MarkRows(entities);
    }

    /** The users of the identity provider with this alias, or empty where the realm has none. */
    public Optional<BrokeredUsers> read(String alias) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .map(broker -> new BrokeredUsers(
                        alias, broker.getProviderId(), users(alias), links.directoryIds(componentId)));
    }

    /**
     * Links users and notes on them who they are in the directory, in the caller's transaction, in a few statements for every 500 of them.
     *
     * @param users with id and distinguished name of the person whom each one stands for
     * @throws ChangedMeanwhileException where one of them is gone or somebody else's by now; the caller rolls back
     */
    public void move(List<ForeignUser> users) {
        Chunks.ofStatements(users).forEach(chunk -> {
            links.take(componentId, chunk.stream().map(ForeignUser::keycloakId).toList());
            marks.identify(chunk);
        });
        links.forgetCachedUsers();
    }

    private List<BrokeredUser> users(String alias) {
        Set<String> passwords = passwords(alias);
        return entities
                .createQuery(
                        "select u.id, u.username, f.userId, f.userName, u.federationLink"
                                + " from FederatedIdentityEntity f join f.user u"
                                + " where f.realmId = :realm and f.identityProvider = :alias",
                        Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("alias", alias)
                .getResultList()
                .stream()
                .filter(row -> !componentId.equals(row.get(4, String.class)))
                .map(row -> new BrokeredUser(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        Stream.of(row.get(2, String.class), row.get(3, String.class))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        row.get(4, String.class) != null,
                        passwords.contains(row.get(0, String.class))))
                .toList();
    }

    private Set<String> passwords(String alias) {
        return Set.copyOf(entities.createQuery(
                        "select distinct c.user.id from CredentialEntity c where c.type = :type and c.user.id in"
                                + " (select f.user.id from FederatedIdentityEntity f"
                                + " where f.realmId = :realm and f.identityProvider = :alias)",
                        String.class)
                .setParameter("type", PasswordCredentialModel.TYPE)
                .setParameter("realm", realm.getId())
                .setParameter("alias", alias)
                .getResultList());
    }
}
