package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.access.JumpCloudComponent;
import io.github.keycloakjumpcloud.access.OutdatedConnections;
import io.github.keycloakjumpcloud.config.ConfigProperties;
import io.github.keycloakjumpcloud.credential.Bulkhead;
import io.github.keycloakjumpcloud.credential.PasswordTrials;
import io.github.keycloakjumpcloud.credential.SignInMemories;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.run.KnownProviders;
import io.github.keycloakjumpcloud.run.Syncs;
import io.github.keycloakjumpcloud.run.SyncsOwner;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.StoredMails;
import io.github.keycloakjumpcloud.store.StoredPasswords;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.ImportSynchronization;
import org.keycloak.storage.user.SynchronizationResult;

/** Wires the provider together. Lives as long as the server and owns every connection; Keycloak also makes one while it is built. */
public final class JumpCloudUserStorageProviderFactory
        implements UserStorageProviderFactory<JumpCloudUserStorageProvider>,
                ImportSynchronization,
                ServerInfoAwareProviderFactory,
                SyncsOwner {

    private final Metering metering = new Metering();
    private final KnownProviders known = new KnownProviders(metering);
    private final ConnectionRegistry connections = new ConnectionRegistry(metering);
    private final SignInMemories memories = new SignInMemories();

    /** Keycloak answers requests on 50 threads or more ({@code http-pool-max-threads}). */
    private final Bulkhead pushes = new Bulkhead(20, 3);

    /** Of their own: a code is answered at once, unless the host hangs. */
    private final Bulkhead codes = new Bulkhead(20, 3);

    private final PasswordTrials trials = new PasswordTrials(pushes, codes);

    /** There from the server's start on, not while Keycloak is built. */
    private @Nullable Syncs syncs;

    @Override
    public String getId() {
        return JumpCloudComponent.PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Users, groups and sign-in from JumpCloud's cloud LDAP";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ConfigProperties.list();
    }

    @Override
    public void init(Config.Scope config) {
        if (config.root().getBoolean("metrics-enabled", false)) {
            metering.begin(connections::status);
        }
    }

    @Override
    public JumpCloudUserStorageProvider create(KeycloakSession session, ComponentModel model) {
        known.used(session, model);
        return new JumpCloudUserStorageProvider(session, model, access(session, model), memories, pushes, codes);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model)
            throws ComponentValidationException {
        new ConfigurationCheck(session, realm, model).run();
    }

    @Override
    public SynchronizationResult sync(
            KeycloakSessionFactory sessionFactory, String realmId, UserStorageProviderModel model) {
        return new SyncRun(syncs(), realmId, model, AdminRequest.isServed()).run();
    }

    /** The same comparison as a full sync: nothing shows that JumpCloud says when an entry changed. */
    @Override
    public SynchronizationResult syncSince(
            Date lastSync, KeycloakSessionFactory sessionFactory, String realmId, UserStorageProviderModel model) {
        return sync(sessionFactory, realmId, model);
    }

    @Override
    public void postInit(KeycloakSessionFactory sessionFactory) {
        Syncs started = new Syncs(sessionFactory, connections, metering);
        syncs = started;
        sessionFactory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                RunStore.removeRealm(
                        removed.getKeycloakSession(), removed.getRealm().getId());
            }
        });
        KeptPasswordsUpkeep.begin(sessionFactory);
        WelcomeMailsUpkeep.begin(sessionFactory);
        new ConnectionsUpkeep(new OutdatedConnections(connections, memories::remove)).begin(sessionFactory);
        if (metering.isOn()) {
            new MetersUpkeep(metering, known, started).begin(sessionFactory);
        }
    }

    /** Lets Keycloak close this before its caches and its database, so that runs can end and note it. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return RunStore.needs();
    }

    @Override
    public Syncs syncs() {
        if (syncs == null) {
            throw new IllegalStateException("Keycloak has not started yet");
        }
        return syncs;
    }

    @Override
    public List<ServerStatus> servers(String componentId) {
        return connections.status(componentId);
    }

    @Override
    public DirectoryAccess access(KeycloakSession session, ComponentModel component) {
        return new DirectoryAccess(session, component, connections);
    }

    @Override
    public SignInMemories memories() {
        return memories;
    }

    @Override
    public PasswordTrials trials() {
        return trials;
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel oldModel, ComponentModel newModel) {
        KeptPasswordsUpkeep.changed(session, oldModel, newModel);
        WelcomeMailsUpkeep.changed(session, oldModel, newModel);
        known.know(realm, newModel);
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        known.know(realm, model);
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        RunStore.removeComponent(session, model.getId());
        StoredPasswords.removeComponent(session, model.getId());
        StoredMails.removeComponent(session, model.getId());
        connections.remove(model.getId());
        memories.remove(model.getId());
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return new OperationalInfo(connections, syncs).read();
    }

    @Override
    public void close() {
        if (syncs != null) {
            syncs.close();
        }
        connections.close();
        metering.keep(Set.of());
    }
}
