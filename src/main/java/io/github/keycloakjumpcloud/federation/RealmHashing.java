package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.credential.SlowHashing;
import io.github.keycloakjumpcloud.store.SlowHash;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Keycloak's own password hashing, as the realm's password policy wants it. Belongs to one session. */
final class RealmHashing implements SlowHashing {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmHashing(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public SlowHash hash(String password) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        String algorithm = policy.getHashAlgorithm();
        PasswordHashProvider chosen =
                algorithm == null ? null : session.getProvider(PasswordHashProvider.class, algorithm);
        // Where the policy names an algorithm that is not there, Keycloak takes its default too.
        PasswordHashProvider hashing = chosen == null ? session.getProvider(PasswordHashProvider.class) : chosen;
        PasswordCredentialModel hashed = hashing.encodedCredential(password, policy.getHashIterations());
        return new SlowHash(hashed.getCredentialData(), hashed.getSecretData());
    }

    @Override
    public boolean matches(String password, SlowHash hash) {
        CredentialModel stored = new CredentialModel();
        stored.setCredentialData(hash.credentialData());
        stored.setSecretData(hash.secretData());
        PasswordCredentialModel hashed = PasswordCredentialModel.createFromCredentialModel(stored);
        PasswordHashProvider hashing = session.getProvider(
                PasswordHashProvider.class, hashed.getPasswordCredentialData().getAlgorithm());
        return hashing != null && hashing.verify(password, hashed);
    }
}
