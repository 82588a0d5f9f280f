package io.github.keycloakjumpcloud.standin;

/**
 * Whether {@code entryUUID}, {@code createTimestamp} and {@code modifyTimestamp} can be read. No public dump of JumpCloud's LDAP shows them, so
 * the stand-in leaves them out unless it is told otherwise.
 */
public enum OperationalAttributes {
    /** Not there: never returned, and a filter on them matches nothing. The default. */
    ABSENT,
    /** Ordinary operational attributes: returned for {@code +} and by name. */
    SERVED,
    /** Returned only when asked for by name, not for {@code +}. */
    ON_REQUEST
}
