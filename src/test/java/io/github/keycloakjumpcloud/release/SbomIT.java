package io.github.keycloakjumpcloud.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = ReleaseFolder.PROPERTY, matches = ".+", disabledReason = ReleaseFolder.WHY_NOT)
@DisplayName("The bill of materials")
class SbomIT {

    private static final String OURS = "io/github/keycloakjumpcloud/";
    private static final String SDK = "com/unboundid/";
    private static final String RELOCATED = OURS + "shaded/unboundid/";

    private ReleaseFolder folder;
    private Sbom sbom;
    private Pom pom;

    @BeforeEach
    void read() throws Exception {
        folder = ReleaseFolder.get();
        sbom = Sbom.json(folder.file(".cdx.json"));
        pom = Pom.read();
    }

    @Test
    @DisplayName("is about this version, lists the LDAP SDK and nothing else, and says the same as XML")
    void contents() throws Exception {
        assertThat(sbom.subject())
                .isEqualTo("pkg:maven/io.github.keycloakjumpcloud/keycloak-jumpcloud@" + pom.version() + "?type=jar");
        assertThat(sbom.components())
                .containsExactly("pkg:maven/com.unboundid/unboundid-ldapsdk@" + pom.sdkVersion() + "?type=jar");
        Sbom xml = Sbom.xml(folder.file(".cdx.xml"));
        assertThat(xml.subject()).isEqualTo(sbom.subject());
        assertThat(xml.components()).isEqualTo(sbom.components());
    }

    @Test
    @DisplayName(
            "fits the jar: every class in it is this project's or one of the SDK's, renamed, and none of theirs is left out")
    void jar() throws Exception {
        JarFiles jar = folder.jar(".jar");
        Set<String> ours = JarFiles.of(folder.file("-thin.jar")).classes(OURS, OURS);
        Set<String> theirs = JarFiles.of(sdk()).classes(SDK, RELOCATED);

        assertThat(ours).isNotEmpty().noneMatch(name -> name.startsWith(RELOCATED));
        assertThat(theirs).hasSizeGreaterThan(1_000);
        Set<String> both = Stream.concat(ours.stream(), theirs.stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(jar.classes("", "")).isEqualTo(both);
        assertThat(jar.names())
                .filteredOn(name -> !name.endsWith(".class"))
                .allMatch(name -> List.of("META-INF/", "theme/", "theme-resources/", OURS).stream()
                        .anyMatch(name::startsWith));
    }

    @Test
    @DisplayName("tells neither the moment nor the place of its making, so that each build gives the same")
    void fixed() {
        assertThat(sbom.text()).contains("serialNumber").doesNotContain("timestamp", System.getProperty("user.dir"));
    }

    /** The SDK's jar, which the tests have on their class path. */
    private static Path sdk() throws Exception {
        return Path.of(Objects.requireNonNull(Class.forName("com.unboundid.ldap.sdk.LDAPConnection")
                        .getProtectionDomain()
                        .getCodeSource())
                .getLocation()
                .toURI());
    }
}
