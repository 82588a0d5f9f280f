package io.github.keycloakjumpcloud.keycloak;

import java.nio.file.Path;
import java.util.Optional;

/** What Maven tells the tests: which Keycloak and Java they try, and where these, the packaged provider and stand-in, and the build folder are. */
enum TestSetting {
    KEYCLOAK_HOME("keycloak.home"),
    KEYCLOAK_VERSION("keycloak.version"),
    OTHER_VERSIONS("keycloak.versions.other"),
    JAVA_HOME("keycloak.java.home"),
    PROVIDER_JAR("keycloak.provider.jar"),
    STANDIN_JAR("standin.jar"),
    BUILD_FOLDER("build.folder");

    private final String property;

    TestSetting(String property) {
        this.property = property;
    }

    Path path() {
        return Path.of(text()).toAbsolutePath();
    }

    String text() {
        return given().orElseThrow(() -> new IllegalStateException("System property " + property
                + " is not set; integration tests run through Maven (mvn verify), or with this property set by hand."));
    }

    Optional<String> given() {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }
}
