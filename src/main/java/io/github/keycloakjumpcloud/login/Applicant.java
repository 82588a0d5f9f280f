package io.github.keycloakjumpcloud.login;

/**
 * Who wants to sign in, and how; no password.
 *
 * @param userId Keycloak's id of the user
 * @param code whether a one-time code was typed, so that no push is sent
 * @param rememberMe whether "Remember me" was ticked
 */
record Applicant(String userId, boolean code, boolean rememberMe) {}
