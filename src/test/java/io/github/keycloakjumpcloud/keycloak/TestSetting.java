package io.github.keycloakjumpcloud.keycloak;

import java.nio.file.Path;

/** What Maven tells the tests: where the unpacked Keycloak, the packaged provider and the build folder are. */
enum TestSetting {
    KEYCLOAK_HOME("keycloak.home"),
    PROVIDER_JAR("keycloak.provider.jar"),
    BUILD_FOLDER("build.folder");

    private final String property;

    TestSetting(String property) {
        this.property = property;
    }

    Path path() {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "System property " + property
                            + " is not set; integration tests run through Maven (mvn verify), or with this property set by hand.");
        }
        return Path.of(value).toAbsolutePath();
    }
}
