package io.github.keycloakjumpcloud.standin;

/** The three doors; second factors and access policies are enforced at the last one only ("JumpCloud: Configure MFA for LDAP"). */
enum ListenerKind {
    PLAIN,
    TLS,
    TLS_WITH_MFA;

    boolean tls() {
        return this != PLAIN;
    }
}
