package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. */
public final class Ports {

    /**
     * Below those that Linux gives to connections (32768 and up), as a server takes its port long after it was chosen, and so high that what JGroups adds
     * (50,000, from 65,536 on from the beginning) is nobody else's.
     */
    private static final int FIRST = 17_000;

    private static final int COUNT = 15_000;

    // Elsewhere in each JVM of the build.
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /** One that nobody has, and that no other call in this JVM gives for long. */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (!isTaken(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port");
    }

    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
