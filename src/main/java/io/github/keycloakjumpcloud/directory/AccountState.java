package io.github.keycloakjumpcloud.directory;

/** What a server tells of an account with the answer to a bind (draft-behera-ldap-password-policy-10, section 6.2). */
public enum AccountState {
    /** Nothing out of the ordinary, or the server does not say. */
    NOT_TOLD,
    /** {@code accountLocked}. Servers may say so whatever the password was. */
    LOCKED,
    /** {@code passwordExpired}, or a bind that succeeded as one of the last that are granted. */
    PASSWORD_EXPIRED,
    /** {@code changeAfterReset}: the password is right and must be changed. */
    CHANGE_NEEDED
}
