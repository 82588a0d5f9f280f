package io.github.keycloakjumpcloud.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** All classes of some packages in some jars, by name. Immutable. */
record JarClasses(Map<String, ClassFile> byName) {

    /** Of one jar. */
    static JarClasses of(Path jar, String prefix) {
        Map<String, ClassFile> found = new HashMap<>();
        read(jar, prefix, found);
        return new JarClasses(Map.copyOf(found));
    }

    /** What an unpacked Keycloak has at run time. */
    static JarClasses ofKeycloak(Path home) {
        Map<String, ClassFile> found = new HashMap<>();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(home.resolve("lib").resolve("lib").resolve("main"), "org.keycloak.*.jar")) {
            jars.forEach(jar -> read(jar, "org/keycloak/", found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JarClasses(Map.copyOf(found));
    }

    private static void read(Path jar, String prefix, Map<String, ClassFile> found) {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> entry.getName().startsWith(prefix)
                            && entry.getName().endsWith(".class"))
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream in = file.getInputStream(entry)) {
                    ClassFile read = ClassFileReader.read(in);
                    found.put(read.name(), read);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }
}
