package io.github.keycloakjumpcloud.access;

import org.keycloak.component.ComponentModel;
import org.keycloak.storage.UserStorageProvider;

/** Which of a realm's components are ours. */
public final class JumpCloudComponent {

    /** The provider's id in components, realm exports and URLs. */
    public static final String PROVIDER_ID = "jumpcloud";

    private JumpCloudComponent() {}

    /** Whether it is one of ours, in whatever state its settings are. */
    public static boolean is(ComponentModel component) {
        return UserStorageProvider.class.getName().equals(component.getProviderType())
                && PROVIDER_ID.equals(component.getProviderId());
    }
}
