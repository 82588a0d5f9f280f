package io.github.keycloakjumpcloud.standin;

/** What a hard server size limit counts when the client pages. */
public enum SizeLimitScope {
    /** Every page on its own, so that paging is a remedy. The default. */
    PER_PAGE,
    /** The entries of all pages together. */
    OVERALL
}
