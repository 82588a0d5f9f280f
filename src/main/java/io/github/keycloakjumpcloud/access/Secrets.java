package io.github.keycloakjumpcloud.access;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Resolves {@code ${vault.key}} expressions. */
public final class Secrets {

    private Secrets() {}

    /** The secret behind a vault expression; the value itself where it is none or the vault does not know it. */
    public static String resolve(KeycloakSession session, String value) {
        try (VaultStringSecret secret = session.vault().getStringSecret(value)) {
            return secret.get().orElse(value);
        }
    }
}
