package io.github.keycloakjumpcloud.standin;

/**
 * What the server makes of the simple paged results control (RFC 2696). JumpCloud accepts the control when it is not critical (ldapts live tests
 * 2019-2025); nothing public proves that it honours it.
 */
public enum PagingMode {
    /** Honoured and announced in the root DSE. The default. */
    HONOURED,
    /** Accepted and ignored, critical or not; not announced. */
    IGNORED,
    /** Not supported: ignored when not critical, result 12 when critical; not announced. */
    UNSUPPORTED
}
