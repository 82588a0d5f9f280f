package io.github.keycloakjumpcloud.standin;

/** How a search by a user who is no "LDAP Bind DN" is turned down; public reports differ (Rancher issue 25165 against Gogs issue 2628). */
public enum ForbiddenSearch {
    /** Result 32 noSuchObject. The default. */
    NO_SUCH_OBJECT,
    /** Success without entries. */
    EMPTY
}
