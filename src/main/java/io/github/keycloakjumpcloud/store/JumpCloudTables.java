package io.github.keycloakjumpcloud.store;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/**
 * Has Keycloak create and migrate this provider's own tables with its own.
 *
 * <p>There are no entities on purpose: in Keycloak 26.7, entities in a provider's jar make {@code kc.sh build} fail, or are left out, at random
 * (keycloak/keycloak#47482, mended in 26.8). The tables are read and written in SQL.
 */
final class JumpCloudTables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of();
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/jumpcloud-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return JumpCloudTablesFactory.ID;
    }

    @Override
    public void close() {}
}
