package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the certificate authority of the test directories is kept, so that every server of a build trusts it. */
public final class TestAuthority {

    private TestAuthority() {}

    /** The folder; servers trust the PEM files that are in it when they start. */
    public static Path folder() {
        try {
            return Files.createDirectories(TestSetting.BUILD_FOLDER.path().resolve("test-ca"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path pem() {
        return folder().resolve("ca.pem");
    }
}
