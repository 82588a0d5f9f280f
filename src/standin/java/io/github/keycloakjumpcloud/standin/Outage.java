package io.github.keycloakjumpcloud.standin;

/** Which operations a temporary outage (result 51 or 52) touches. */
public enum Outage {
    /** None. The default. */
    NONE,
    /** Binds only. */
    BINDS,
    /** Searches and compares only. */
    SEARCHES,
    /** Binds, searches and compares. */
    ALL;

    boolean touches(OperationKind kind) {
        return switch (kind) {
            case BIND -> this == BINDS || this == ALL;
            case SEARCH, COMPARE -> this == SEARCHES || this == ALL;
            default -> false;
        };
    }
}
