package io.github.keycloakjumpcloud.standin;

/** Who may read the root DSE; on the live service it was read while bound (ldapts live tests 2019-2025), more is not known. */
public enum RootDseAccess {
    /** Also those who have not signed in, as with most servers. The default. */
    EVERYBODY,
    /** Everybody, but there is only its objectClass. */
    BARE,
    /** Whoever has signed in. */
    BOUND,
    /** Nobody: result 32 noSuchObject. */
    NOBODY
}
