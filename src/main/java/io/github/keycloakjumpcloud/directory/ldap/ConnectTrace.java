package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one attempt to connect came, and how long each part took. The library connects on threads of its own. Thread-safe. */
final class ConnectTrace {

    private long last = System.nanoTime();
    private Look.@Nullable Seen<List<String>> addresses;
    private Look.@Nullable Seen<String> connection;

    /** The host's name is looked up. */
    synchronized void resolved(InetAddress[] found) {
        addresses = new Look.Seen<>(
                Arrays.stream(found).map(InetAddress::getHostAddress).toList(), lap());
    }

    /** TCP is connected. */
    synchronized void connected(InetAddress address) {
        connection = new Look.Seen<>(address.getHostAddress(), lap());
    }

    /** The attempt as a whole succeeded. */
    synchronized Inspection.Server succeeded(ServerAddress server, Optional<Inspection.Encryption> encryption) {
        if (addresses == null || connection == null) {
            throw new IllegalStateException("Nothing can be open that was not connected");
        }
        return new Inspection.Server(server, addresses, connection, new Look.Seen<>(encryption, lap()));
    }

    /** The attempt failed at what comes after the last part that succeeded. */
    synchronized Inspection.Server failed(ServerAddress server, Problem problem) {
        Duration took = lap();
        if (addresses == null) {
            return new Inspection.Server(
                    server, new Look.Failed<>(problem, took), new Look.Skipped<>(), new Look.Skipped<>());
        }
        if (connection == null) {
            return new Inspection.Server(server, addresses, new Look.Failed<>(problem, took), new Look.Skipped<>());
        }
        return new Inspection.Server(server, addresses, connection, new Look.Failed<>(problem, took));
    }

    private Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
