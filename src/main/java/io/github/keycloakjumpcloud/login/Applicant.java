package io.github.keycloakjumpcloud.login;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to sign in, and how; no password.
 *
 * @param realmId Keycloak's id of the realm
 * @param userId Keycloak's id of the user
 * @param attempted the name that was typed, which may be an e-mail address; {@code null} where Keycloak knew the user before
 * @param code whether a one-time code was typed, so that no push is sent
 * @param rememberMe whether "Remember me" was ticked
 * @param origin where the request came from
 */
record Applicant(
        String realmId, String userId, @Nullable String attempted, boolean code, boolean rememberMe, Origin origin) {}
