package io.github.keycloakjumpcloud.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the form to authentication flows. Lives as long as the server and owns the sign-ins that wait; Keycloak also makes one while it is built. */
public final class JumpCloudUsernamePasswordFormFactory implements AuthenticatorFactory {

    /** The authenticator's id in flows and realm exports. */
    public static final String PROVIDER_ID = "jumpcloud-username-password";

    private static final Requirement[] CHOICES = {Requirement.REQUIRED};

    /** There from the server's start on, not while Keycloak is built. */
    private @Nullable WaitingSignIns waiting;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "JumpCloud username and password";
    }

    @Override
    public String getHelpText() {
        return "Keycloak's username and password form with a field for JumpCloud's one-time code, and a page that waits while a push is on the user's phone. "
                + "Takes the place of Username Password Form.";
    }

    /** Counts as a password in brute-force detection. */
    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        if (waiting == null) {
            throw new IllegalStateException("Keycloak has not started yet");
        }
        return new JumpCloudUsernamePasswordForm(waiting);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        waiting = new WaitingSignIns(new CountedRefusals(factory));
    }

    @Override
    public void close() {
        if (waiting != null) {
            waiting.close();
        }
    }
}
