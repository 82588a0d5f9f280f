package io.github.keycloakjumpcloud.store;

/**
 * A slow, salted hash of a password, as Keycloak's password hashing writes it.
 *
 * @param credentialData algorithm and cost, as JSON
 * @param secretData hash and salt, as JSON
 */
public record SlowHash(String credentialData, String secretData) {

    /** Without the hash: what is printed may be logged. */
    @Override
    public String toString() {
        return "SlowHash[" + credentialData + "]";
    }
}
