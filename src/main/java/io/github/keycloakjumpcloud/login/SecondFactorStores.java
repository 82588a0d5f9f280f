package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.access.JumpCloudComponent;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;

/** Finds out whose users pass a second factor. */
final class SecondFactorStores {

    private SecondFactorStores() {}

    /** The store of a JumpCloud user who must pass a second factor; empty for everybody else. */
    static Optional<SecondFactorStore> of(AuthenticationFlowContext context, UserModel user) {
        String link = user.getFederationLink();
        ComponentModel component = link == null ? null : context.getRealm().getComponent(link);
        if (component == null
                || !JumpCloudComponent.is(component)
                || !new UserStorageProviderModel(component).isEnabled()) {
            return Optional.empty();
        }
        return Optional.of(create(context.getSession(), component)).filter(SecondFactorStore::asksSecondFactor);
    }

    private static SecondFactorStore create(KeycloakSession session, ComponentModel component) {
        UserStorageProviderFactory<?> factory = (UserStorageProviderFactory<?>) session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, JumpCloudComponent.PROVIDER_ID);
        return (SecondFactorStore) factory.create(session, component);
    }
}
