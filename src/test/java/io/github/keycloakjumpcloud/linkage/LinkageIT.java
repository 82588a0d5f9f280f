package io.github.keycloakjumpcloud.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without running it: also what no test reaches in an older Keycloak has to be there. */
@DisplayName("The packaged jar, compiled against the newest Keycloak")
class LinkageIT {

    private static final String EXCEPTION = "org/keycloak/storage/StorageUnavailableException";
    private static final String ADAPTER = "io/github/keycloakjumpcloud/federation/NextProvider$Known";

    private final JarClasses ours = JarClasses.of(TestedKeycloak.providerJar(), "io/github/keycloakjumpcloud/");

    static Stream<String> versions() {
        return Stream.concat(TestedKeycloak.others().stream(), Stream.of(TestedKeycloak.version()))
                .distinct();
    }

    @ParameterizedTest(name = "finds in {0} every class and member that it names, and implements all that it must")
    @MethodSource("versions")
    void links(String version) {
        JarClasses keycloak = JarClasses.ofKeycloak(TestedKeycloak.home(version));
        assertThat(keycloak.byName()).hasSizeGreaterThan(3000);

        Set<String> missing = new Linkage(ours, keycloak).missing();

        // Loaded only where Keycloak has the exception, which came with 26.5.
        if (Version.parse(version).compareTo(Version.parse("26.5")) < 0) {
            assertThat(missing).isNotEmpty();
            missing.removeIf(line -> line.startsWith(ADAPTER + " ") && line.contains(EXCEPTION));
        }
        assertThat(missing).isEmpty();
    }
}
