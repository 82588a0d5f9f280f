package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.compatibility.ChangingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** A wrong password for Keycloak's brute-force detection. Keycloak 26.7 wants the kinds of credential with it, 26.6 one kind, 26.5 and older none. */
final class FailedLogin {

    private static final ChangingMethod COUNT = ChangingMethod.of(BruteForceProtector.class, "failedLogin");
    private static final int CREDENTIAL = 4;

    private FailedLogin() {}

    static void count(KeycloakSession session, RealmModel realm, UserModel user, Origin origin) {
        List<Object> arguments = new ArrayList<>(List.of(realm, user, origin.connection(), origin.uri()));
        if (COUNT.parameters().size() > CREDENTIAL) {
            boolean several = COUNT.parameters().get(CREDENTIAL) == Set.class;
            arguments.add(several ? Set.of(PasswordCredentialModel.TYPE) : PasswordCredentialModel.TYPE);
        }
        COUNT.call(session.getProvider(BruteForceProtector.class), arguments.toArray());
    }
}
