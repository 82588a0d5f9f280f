package io.github.keycloakjumpcloud.config;

/**
 * One LDAP server.
 *
 * @param tls {@code true} for {@code ldaps://} (TLS from the first byte), {@code false} for {@code ldap://}
 * @param host host name or IP address literal, without brackets
 * @param port TCP port
 */
public record ServerAddress(boolean tls, String host, int port) {

    @Override
    public String toString() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (tls ? "ldaps://" : "ldap://") + name + ":" + port;
    }
}
