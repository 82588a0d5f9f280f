package io.github.keycloakjumpcloud.keycloak;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Keycloak the tests run, and on which Java: {@code -Dkeycloak.version} and {@code -Dkeycloak.java.home} of the build. A test that holds for some
 * versions only says which, and why.
 */
public final class TestedKeycloak {

    private TestedKeycloak() {}

    /** As its artefacts are numbered, such as {@code 26.7.3}. */
    public static String version() {
        return TestSetting.KEYCLOAK_VERSION.text();
    }

    /** Whether it is this version or a later one; {@code 26.7} stands for its first release. */
    public static boolean isAtLeast(String oldest) {
        return Version.parse(version()).compareTo(Version.parse(oldest)) >= 0;
    }

    /** The versions that the build has unpacked beside it, oldest first. */
    public static List<String> others() {
        return List.of(TestSetting.OTHER_VERSIONS.text().split(",", -1));
    }

    /** Where a version lies as it was unpacked, without the provider; an empty one is the tested one. */
    public static Path home(String version) {
        Path usual = TestSetting.KEYCLOAK_HOME.path();
        return version.isEmpty() ? usual : usual.resolveSibling("keycloak-" + version);
    }

    /** The provider as it is shipped. */
    public static Path providerJar() {
        return TestSetting.PROVIDER_JAR.path();
    }

    /** The home of the Java that it is started on; empty for the one that is found as any start of kc.sh would find it. */
    static Optional<Path> javaHome() {
        return TestSetting.JAVA_HOME.given().map(Path::of);
    }

    /** Lets a process that runs kc.sh take that Java, and nothing that is set for another Keycloak on this machine. */
    public static void prepare(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.equals("JAVA") || name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        javaHome().ifPresent(home -> environment.put("JAVA_HOME", home.toString()));
    }
}
