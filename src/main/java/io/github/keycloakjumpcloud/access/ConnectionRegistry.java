package io.github.keycloakjumpcloud.access;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.directory.ldap.LdapConnections;
import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.observe.ObservedBinds;
import io.github.keycloakjumpcloud.observe.ProviderMeters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;

/**
 * The connections of every component, shared by all sessions of this node and replaced when a component's connection settings change.
 * Thread-safe; keeps no session.
 */
public final class ConnectionRegistry implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConnectionRegistry.class);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final ReadConfigs configs = new ReadConfigs();
    private final Metering metering;

    /**
     * One component's connections.
     *
     * @param settings what they were opened with
     */
    record Entry(String realmId, String componentId, ConnectionSettings settings, LdapConnections connections) {}

    /** @param metering counts binds and shows servers */
    public ConnectionRegistry(Metering metering) {
        this.metering = metering;
    }

    Metering metering() {
        return metering;
    }

    /** The component's meters. */
    public ProviderMeters meters(String componentId) {
        return metering.of(componentId);
    }

    /**
     * The configuration of a component.
     *
     * @param vault gives the secret behind an expression
     * @throws IllegalArgumentException where it cannot be read
     */
    JumpCloudConfig config(ComponentModel model, UnaryOperator<String> vault) {
        return configs.read(model.getId(), model.getConfig(), vault);
    }

    /**
     * The connections of a component; nothing is opened before it is used.
     *
     * @param session gives access to Keycloak's truststore and is not kept
     */
    LdapConnections connections(ComponentModel model, ConnectionSettings settings, KeycloakSession session) {
        Entry present = entries.get(model.getId());
        if (present != null && present.settings().equals(settings)) {
            return present.connections();
        }
        return replace(model, settings, session);
    }

    private LdapConnections replace(ComponentModel model, ConnectionSettings settings, KeycloakSession session) {
        @Nullable LdapConnections[] outdated = new LdapConnections[1];
        Entry current = entries.compute(model.getId(), (id, entry) -> {
            if (entry != null && entry.settings().equals(settings)) {
                return entry;
            }
            outdated[0] = entry == null ? null : entry.connections();
            warnOfEavesdroppers(model.getName(), settings);
            return new Entry(model.getParentId(), id, settings, open(id, settings, session));
        });
        metering.of(model.getId()).showServers();
        if (outdated[0] != null) {
            outdated[0].close();
        }
        return current.connections();
    }

    private LdapConnections open(String componentId, ConnectionSettings settings, KeycloakSession session) {
        return LdapConnections.open(
                settings, Truststore.trustManager(session), new ObservedBinds(metering, componentId));
    }

    /** At every start and after every change, so that it cannot be forgotten. */
    private static void warnOfEavesdroppers(String componentName, ConnectionSettings settings) {
        if (!settings.verifyCertificates()) {
            LOG.warnf(
                    "%s: certificate checks are off ('Verify certificates'); anybody between Keycloak and JumpCloud can read and"
                            + " change what they say to each other, passwords included",
                    componentName);
        }
        if (!settings.startTls()
                && Stream.of(settings.servers(), settings.authenticationServers())
                        .flatMap(List::stream)
                        .anyMatch(server -> !server.tls())) {
            LOG.warnf(
                    "%s: passwords go over the network in clear text, because a server is given as ldap:// and StartTLS is off",
                    componentName);
        }
    }

    /** The servers of a component as this node knows them; empty before the first request to them. */
    public List<ServerStatus> status(String componentId) {
        Entry entry = entries.get(componentId);
        return entry == null ? List.of() : entry.connections().status();
    }

    /** All that there are on this node. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Closes a component's connections, unless others have taken their place since. */
    void close(Entry outdated) {
        if (entries.remove(outdated.componentId(), outdated)) {
            metering.of(outdated.componentId()).showServers();
            outdated.connections().close();
        }
    }

    /** Closes the connections of a component that is removed, and removes its meters. */
    public void remove(String componentId) {
        configs.forget(componentId);
        metering.remove(componentId);
        Entry entry = entries.remove(componentId);
        if (entry != null) {
            entry.connections().close();
        }
    }

    @Override
    public void close() {
        entries.keySet().forEach(this::remove);
    }
}
