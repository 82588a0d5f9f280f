package io.github.keycloakjumpcloud.standin;

/** The answer to a simple bind with a DN and an empty password (RFC 4513, unauthenticated bind); JumpCloud's own answer is not known. */
public enum EmptyPasswordBind {
    /** Result 53 unwillingToPerform, as OpenLDAP does. The default. */
    UNWILLING,
    /** Result 49 invalidCredentials. */
    INVALID_CREDENTIALS,
    /** Result 0, leaving the connection anonymous: the trap that a careless client takes for a correct password. */
    ACCEPTED
}
