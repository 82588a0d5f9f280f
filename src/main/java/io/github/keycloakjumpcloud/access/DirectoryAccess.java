package io.github.keycloakjumpcloud.access;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.ldap.LdapDirectory;
import io.github.keycloakjumpcloud.observe.ObservedDirectory;
import io.github.keycloakjumpcloud.observe.ProviderMeters;
import io.github.keycloakjumpcloud.observe.Spans;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * One component's configuration and directory, made when first needed: showing imported users needs neither, and a configuration that
 * cannot be read must not keep anybody else from signing in. Belongs to one session.
 */
public final class DirectoryAccess {

    private final KeycloakSession session;
    private final ComponentModel model;
    private final ConnectionRegistry connections;
    private @Nullable JumpCloudConfig config;
    private @Nullable Directory directory;

    public DirectoryAccess(KeycloakSession session, ComponentModel model, ConnectionRegistry connections) {
        this.session = session;
        // Keycloak hands out one component to all sessions.
        this.model = new ComponentModel(model);
        this.connections = connections;
    }

    /**
     * The configuration.
     *
     * @throws DirectoryUnavailableException where it cannot be read
     */
    public JumpCloudConfig config() {
        if (config == null) {
            try {
                config = connections.config(model, secret -> Secrets.resolve(session, secret));
            } catch (IllegalArgumentException e) {
                throw new DirectoryUnavailableException(model.getName() + ": " + e.getMessage(), e);
            }
        }
        return config;
    }

    /**
     * The directory, on connections shared with all sessions.
     *
     * @throws DirectoryUnavailableException where the configuration cannot be read
     */
    public Directory directory() {
        if (directory == null) {
            LdapDirectory plain =
                    new LdapDirectory(connections.connections(model, config().connection(), session), config());
            directory = new ObservedDirectory(
                    plain, connections.metering(), model.getId(), Spans.of(session.getKeycloakSessionFactory()));
        }
        return directory;
    }

    /** The component's meters on this node. */
    public ProviderMeters meters() {
        return connections.meters(model.getId());
    }

    /**
     * Lets {@code uuidLDAPAttribute=auto} come to something before anybody is imported: a look at one person's entry is too little to decide
     * for everybody. Asks the directory only if it never has been asked before.
     */
    public void settleIdentity(RealmModel realm) {
        if (config().users().idAttribute() == IdAttribute.AUTO
                && directory().probeQuickly() instanceof ProbeOutcome.Usable usable) {
            Transactions transactions = new Transactions(session.getKeycloakSessionFactory(), realm.getId());
            ResolvedIdAttribute.remember(transactions, model.getId(), usable.idAttribute());
            ResolvedIdAttribute.remember(model, usable.idAttribute());
            config = null;
            directory = null;
        }
    }

    /** Closes the component's connections. */
    public void forget() {
        connections.remove(model.getId());
    }
}
