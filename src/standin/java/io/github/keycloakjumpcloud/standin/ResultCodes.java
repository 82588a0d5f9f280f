package io.github.keycloakjumpcloud.standin;

/** The LDAP result codes in use (RFC 4511). */
final class ResultCodes {
    static final int SUCCESS = 0;
    static final int PROTOCOL_ERROR = 2;
    static final int SIZE_LIMIT_EXCEEDED = 4;
    static final int COMPARE_FALSE = 5;
    static final int COMPARE_TRUE = 6;
    static final int AUTH_METHOD_NOT_SUPPORTED = 7;
    static final int UNAVAILABLE_CRITICAL_EXTENSION = 12;
    static final int CONFIDENTIALITY_REQUIRED = 13;
    static final int UNDEFINED_ATTRIBUTE_TYPE = 17;
    static final int NO_SUCH_OBJECT = 32;
    static final int INVALID_DN_SYNTAX = 34;
    static final int INVALID_CREDENTIALS = 49;
    static final int INSUFFICIENT_ACCESS_RIGHTS = 50;
    static final int UNAVAILABLE = 52;
    static final int UNWILLING_TO_PERFORM = 53;

    private ResultCodes() {}
}
