package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Host names that mean this machine in the servers under test; a stand-in for JumpCloud's second factor needs one that begins as JumpCloud's does. */
public final class TestHosts {

    /** Where users pass a second factor, as the provider sees from the name. */
    public static final String SECOND_FACTOR = "ldap-mfa.jumpcloud.test";

    private TestHosts() {}

    /** A file in the form of /etc/hosts, for {@code jdk.net.hosts.file}; with it Java knows no other names. */
    public static Path file() {
        try {
            Path file = TestSetting.BUILD_FOLDER.path().resolve("test-hosts");
            Files.createDirectories(file.getParent());
            // Whole at any moment: servers of another JVM of the build read it.
            Path whole = Files.writeString(
                    Files.createTempFile(file.getParent(), "test-hosts", ".new"),
                    "127.0.0.1 localhost " + SECOND_FACTOR + " "
                            + InetAddress.getLocalHost().getHostName() + "\n");
            return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
