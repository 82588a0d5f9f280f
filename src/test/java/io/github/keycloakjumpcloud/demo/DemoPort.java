package io.github.keycloakjumpcloud.demo;

import io.github.keycloakjumpcloud.keycloak.Ports;

/** The ports that the demo listens on, each to be changed by a system property. */
enum DemoPort {
    HTTP("demo.http.port", 8080, "Keycloak"),
    MANAGEMENT("demo.management.port", 9000, "Keycloak's health and metrics"),
    LDAP("demo.ldap.port", 6389, "the JumpCloud stand-in"),
    LDAPS("demo.ldaps.port", 6636, "the JumpCloud stand-in with TLS"),
    MFA("demo.mfa.port", 6637, "the JumpCloud stand-in with second factors");

    private final String property;
    private final int usual;
    private final String user;

    DemoPort(String property, int usual, String user) {
        this.property = property;
        this.usual = usual;
        this.user = user;
    }

    String property() {
        return property;
    }

    /** The port, which nobody else uses at this moment. */
    int free() {
        String set = System.getProperty(property, "");
        int port;
        try {
            port = set.isBlank() ? usual : Integer.parseInt(set.strip());
        } catch (NumberFormatException e) {
            throw new DemoProblem("-D" + property + "=" + set + " is not a port number.");
        }
        if (Ports.isTaken(port)) {
            throw new DemoProblem("Port " + port + ", meant for " + user
                    + ", is taken by another program. Stop that program, or choose another port: mvn -Pdemo -D"
                    + property + "=" + (port + 100));
        }
        return port;
    }
}
