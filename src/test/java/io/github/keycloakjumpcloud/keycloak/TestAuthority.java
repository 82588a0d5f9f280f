package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.standin.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The certificate authority of the test directories, kept in the build folder, so that every server of a build trusts all of them. */
public final class TestAuthority {

    private TestAuthority() {}

    /** For {@code JumpCloudStandIn.builder().certificateAuthority(…)}. Whichever JVM of the build comes first makes it. */
    public static synchronized CertificateAuthority get() {
        try {
            Files.createDirectories(folder());
            try (FileChannel channel = FileChannel.open(
                            folder().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("There is no lock on " + folder());
                }
                return CertificateAuthority.loadOrCreateIn(folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is kept. */
    static Path folder() {
        return TestSetting.BUILD_FOLDER.path().resolve("test-ca");
    }
}
