package io.github.keycloakjumpcloud.store;

/**
 * A welcome mail that nobody has sent yet.
 *
 * @param person stands for the person, also once the user has been deleted ({@link StoredMails#person})
 * @param userId the Keycloak user's id
 */
public record WaitingMail(String person, String userId) {}
