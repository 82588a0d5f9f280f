package io.github.keycloakjumpcloud.standin;

/**
 * What happens in LDAP to an account that is locked out or whose password has expired; JumpCloud's {@code userLockoutAction} and
 * {@code userPasswordExpirationAction} (JumpCloud API v2, ldap-server schema).
 */
public enum AccountAction {
    /** The entry stays and binds are refused with 49. The default. */
    DISABLE,
    /** The entry disappears, from its groups too. */
    REMOVE
}
