package io.github.keycloakjumpcloud.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Puts {@link JumpCloudResource} below each realm's admin REST. Keycloak has authenticated the caller before it asks for the resource. */
public final class JumpCloudAdminFactory implements AdminRealmResourceProviderFactory {

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new JumpCloudAdmin();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    /** The path below the realm. */
    @Override
    public String getId() {
        return "jumpcloud";
    }
}
