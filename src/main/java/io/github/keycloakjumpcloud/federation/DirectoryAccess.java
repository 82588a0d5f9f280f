package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ldap.LdapDirectory;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.StorageUnavailableException;

/**
 * One component's configuration and directory, made when first needed: showing imported users needs neither, and a configuration that
 * cannot be read must not keep anybody else from signing in. Belongs to one session.
 */
final class DirectoryAccess {

    private final KeycloakSession session;
    private final ComponentModel model;
    private final ConnectionRegistry connections;
    private @Nullable JumpCloudConfig config;
    private @Nullable Directory directory;

    DirectoryAccess(KeycloakSession session, ComponentModel model, ConnectionRegistry connections) {
        this.session = session;
        this.model = model;
        this.connections = connections;
    }

    /**
     * The configuration.
     *
     * @throws StorageUnavailableException where it cannot be read
     */
    JumpCloudConfig config() {
        if (config == null) {
            try {
                config = ConfigReader.read(model.getConfig(), secret -> Secrets.resolve(session, secret));
            } catch (IllegalArgumentException e) {
                throw new StorageUnavailableException(model.getName() + ": " + e.getMessage(), e);
            }
        }
        return config;
    }

    /**
     * The directory, on connections shared with all sessions.
     *
     * @throws StorageUnavailableException where the configuration cannot be read
     */
    Directory directory() {
        if (directory == null) {
            directory = new LdapDirectory(
                    connections.connections(model.getId(), model.getName(), config().connection(), session), config());
        }
        return directory;
    }
}
