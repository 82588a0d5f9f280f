package io.github.keycloakjumpcloud.store;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link JumpCloudTables} with Keycloak, which asks for it when it updates the database. */
public final class JumpCloudTablesFactory implements JpaEntityProviderFactory {

    /** Also decides the name of Liquibase's own table, so it must not change. */
    static final String ID = "jumpcloud";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JumpCloudTables();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
