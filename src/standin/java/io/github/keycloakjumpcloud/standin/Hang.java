package io.github.keycloakjumpcloud.standin;

/** The point from which the server keeps a connection open but never answers. */
public enum Hang {
    /** No hang. The default. */
    NEVER,
    /** The TCP connection is accepted, the TLS handshake (ldaps or StartTLS) is never answered; other requests are. */
    HANDSHAKE,
    /** Binds are never answered. */
    BIND,
    /** Searches are never answered. */
    SEARCH,
    /** No request is answered. */
    REQUEST
}
