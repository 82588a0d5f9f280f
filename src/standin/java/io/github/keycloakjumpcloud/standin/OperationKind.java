package io.github.keycloakjumpcloud.standin;

/** Kinds of LDAP operation, as they appear in the stand-in's log. */
public enum OperationKind {
    /** Simple or SASL bind. */
    BIND,
    /** Search, one per request; a page is a request. */
    SEARCH,
    /** Compare. */
    COMPARE,
    /** Unbind. */
    UNBIND,
    /** Abandon. */
    ABANDON,
    /** StartTLS. */
    START_TLS,
    /** Any other extended operation but password modify. */
    EXTENDED,
    /** Add, modify, delete, modify DN, and the password modify extended operation. */
    WRITE
}
