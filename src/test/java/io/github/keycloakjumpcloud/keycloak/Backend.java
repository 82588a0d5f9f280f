package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

/** What the Keycloak of the tests runs in, as {@code -Dkeycloak.backend} says. */
public enum Backend {
    /** A process of this machine, from the unpacked distribution; the default. */
    PROCESS {
        @Override
        KeycloakRun launch(KeycloakSettings settings) throws IOException {
            return ProcessRun.launch(settings);
        }

        @Override
        public InetAddress listenAddress() {
            return InetAddress.getLoopbackAddress();
        }
    },

    /** A container of the official image, with PostgreSQL in another one; for engines on this machine. */
    CONTAINER {
        @Override
        KeycloakRun launch(KeycloakSettings settings) throws IOException {
            return ContainerRun.launch(settings);
        }

        @Override
        public InetAddress listenAddress() {
            return new InetSocketAddress(0).getAddress();
        }
    };

    private static final String PROPERTY = "keycloak.backend";

    /** Throws an {@link IllegalStateException} for a name that is none of these. */
    public static Backend chosen() {
        String name = System.getProperty(PROPERTY, "process");
        for (Backend backend : values()) {
            if (backend.toString().equals(name)) {
                return backend;
            }
        }
        throw new IllegalStateException("-D" + PROPERTY + " is process or container, not '" + name + "'");
    }

    /** Returns at the latest when the server takes requests, or will not. */
    abstract KeycloakRun launch(KeycloakSettings settings) throws IOException;

    /** Where a server in the tests' JVM has to listen for Keycloak to reach it as {@code localhost}. */
    public abstract InetAddress listenAddress();

    /** Lets Keycloak reach the stand-in as {@code localhost}. */
    public JumpCloudStandIn.Builder reachable(JumpCloudStandIn.Builder standIn) {
        return this == CONTAINER ? standIn.allInterfaces() : standIn;
    }

    /** As in {@code -Dkeycloak.backend}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
