package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.standin.CertificateAuthority;
import java.nio.file.Path;

/** The certificate authority of the test directories, kept in the build folder, so that every server of a build trusts all of them. */
public final class TestAuthority {

    private TestAuthority() {}

    /** For {@code JumpCloudStandIn.builder().certificateAuthority(…)}. */
    public static synchronized CertificateAuthority get() {
        return CertificateAuthority.loadOrCreateIn(folder());
    }

    /** Where it is kept. */
    static Path folder() {
        return TestSetting.BUILD_FOLDER.path().resolve("test-ca");
    }
}
