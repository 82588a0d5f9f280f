package io.github.keycloakjumpcloud.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = ReleaseFolder.PROPERTY, matches = ".+", disabledReason = ReleaseFolder.WHY_NOT)
@DisplayName("The released files")
class ReleasedFilesIT {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final List<String> ENDINGS =
            List.of(".jar", "-thin.jar", "-sources.jar", "-javadoc.jar", "-standin.jar", ".cdx.json", ".cdx.xml");

    private ReleaseFolder folder;

    @BeforeEach
    void find() throws Exception {
        folder = ReleaseFolder.get();
    }

    @Test
    @DisplayName("are these, and no others")
    void complete() {
        Set<String> expected =
                ENDINGS.stream().map(ending -> folder.stem() + ending).collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(Set.of("SHA256SUMS", "SHA512SUMS"));

        assertThat(folder.names()).isEqualTo(expected);
    }

    @Test
    @DisplayName("have the checksums that their lists say, in the form that sha256sum and sha512sum read")
    void checksums() throws Exception {
        for (Map.Entry<String, String> list :
                Map.of("SHA256SUMS", "SHA-256", "SHA512SUMS", "SHA-512").entrySet()) {
            Set<String> lines = new TreeSet<>();
            for (String ending : ENDINGS) {
                byte[] sum = MessageDigest.getInstance(list.getValue()).digest(Files.readAllBytes(folder.file(ending)));
                lines.add(HexFormat.of().formatHex(sum) + "  " + folder.stem() + ending);
            }
            assertThat(Files.readAllLines(folder.path().resolve(list.getKey())))
                    .containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    @Test
    @DisplayName("hold every source, and a page for every public type and none for the others")
    void sourcesAndJavadoc() throws Exception {
        Set<String> sources = new TreeSet<>();
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = SOURCES.relativize(file).toString();
                sources.add(name);
                if (Files.readString(file).contains("\npublic ")) {
                    pages.add(name.replace(".java", ".html"));
                }
            }
        }

        assertThat(folder.jar("-sources.jar").names()).containsAll(sources);
        assertThat(folder.jar("-javadoc.jar").names())
                .filteredOn(name -> name.startsWith("io/github/")
                        && name.matches(".*/[A-Z]\\w*\\.html")
                        && !name.contains("/class-use/"))
                .containsExactlyInAnyOrderElementsOf(pages);
    }

    @Test
    @DisplayName("name their version, and neither the moment nor the machine of their making")
    void manifest() throws Exception {
        for (String ending : List.of(".jar", "-thin.jar")) {
            try (JarFile jar = new JarFile(folder.file(ending).toFile())) {
                Attributes manifest = Objects.requireNonNull(jar.getManifest()).getMainAttributes();
                assertThat(manifest.getValue("Implementation-Version"))
                        .isEqualTo(Pom.read().version());
                assertThat(manifest.keySet())
                        .extracting(Object::toString)
                        .containsExactlyInAnyOrder(
                                "Manifest-Version",
                                "Created-By",
                                "Build-Jdk-Spec",
                                "Main-Class",
                                "Implementation-Title",
                                "Implementation-Version");
            }
        }
    }

    @Test
    @DisplayName("carry the licence; those with the LDAP SDK its owners' terms, too")
    void licences() {
        for (String ending : List.of(".jar", "-thin.jar", "-sources.jar", "-standin.jar")) {
            assertThat(folder.jar(ending).text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
            assertThat(folder.jar(ending).text("META-INF/NOTICE")).contains("UnboundID LDAP SDK for Java");
        }
        for (String ending : List.of(".jar", "-standin.jar")) {
            assertThat(folder.jar(ending).text("META-INF/licenses/unboundid-ldapsdk/LICENSE.txt"))
                    .startsWith("UnboundID LDAP SDK for Java\nCopyright");
        }
        assertThat(folder.jar("-thin.jar").names()).noneMatch(name -> name.contains("unboundid"));
    }
}
