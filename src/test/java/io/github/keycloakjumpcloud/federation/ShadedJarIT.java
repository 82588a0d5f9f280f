package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnlyOn(value = Backend.PROCESS, because = "no Keycloak takes part")
@DisplayName("The packaged jar")
class ShadedJarIT {

    private static final String OURS = "io/github/keycloakjumpcloud/";
    private static final String SDK = "io.github.keycloakjumpcloud.shaded.unboundid.";

    @Test
    @DisplayName("holds this project, the relocated LDAP SDK and nothing else")
    void contents() throws IOException {
        List<String> entries = entries(provider());

        assertThat(entries).allSatisfy(entry -> assertThat(entry)
                .matches("(" + OURS + "|META-INF/|theme-resources/|theme/|io/$|io/github/$).*"));
        assertThat(entries)
                .noneMatch(entry -> entry.contains("/standin/")
                        || entry.startsWith("org/keycloak")
                        || entry.contains("jackson")
                        || entry.contains("slf4j")
                        || entry.contains("jboss")
                        || entry.contains("junit"));
        assertThat(entries).noneMatch(entry -> entry.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"));
        assertThat(entries)
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/services/org.keycloak.storage.UserStorageProviderFactory",
                        "META-INF/keycloak-themes.json",
                        "theme/jumpcloud/login/theme.properties",
                        "theme/jumpcloud/admin/theme.properties",
                        "theme/jumpcloud/admin/resources/js/panel.js",
                        "theme-resources/templates/jumpcloud-login.ftl",
                        "theme-resources/templates/jumpcloud-waiting.ftl",
                        "theme-resources/messages/messages_en.properties",
                        OURS + "shaded/unboundid/ldap/sdk/LDAPConnection.class");
        assertThat(entries).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("carries the licence under which it is passed on, and the terms of the LDAP SDK's owners, unchanged")
    void licences() throws Exception {
        try (URLClassLoader jar = alone();
                InputStream original =
                        Class.forName("com.unboundid.ldap.sdk.LDAPConnection").getResourceAsStream("/LICENSE.txt")) {
            String terms = text(jar.getResourceAsStream("META-INF/licenses/unboundid-ldapsdk/LICENSE.txt"));
            assertThat(terms).isEqualTo(text(original));
            assertThat(terms).contains("available under the\nterms of the Apache License, Version 2.0");
            assertThat(text(jar.getResourceAsStream("META-INF/LICENSE"))).contains("Apache License", "Version 2.0");
            assertThat(text(jar.getResourceAsStream("META-INF/NOTICE")))
                    .contains(
                            terms.lines().skip(1).findFirst().orElseThrow(),
                            "META-INF/LICENSE",
                            SDK.replaceAll("\\.$", ""));
        }
    }

    private static String text(@Nullable InputStream content) throws IOException {
        return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("has a thin sister without the LDAP SDK, for image builders")
    void thinJar() throws IOException {
        Path provider = provider();
        Path thin =
                provider.resolveSibling(String.valueOf(provider.getFileName()).replace(".jar", "-thin.jar"));
        assertThat(entries(thin))
                .noneMatch(entry -> entry.contains("unboundid"))
                .contains(OURS + "federation/JumpCloudUserStorageProviderFactory.class");
    }

    @Test
    @DisplayName("decodes response controls into their own classes although the SDK's packages were renamed")
    void controls() throws Exception {
        try (URLClassLoader jar = alone()) {
            // A cookie of two bytes and an estimate of 5; then "account locked".
            byte[] page = {0x30, 0x07, 0x02, 0x01, 0x05, 0x04, 0x02, 0x01, 0x02};
            byte[] locked = {0x30, 0x03, (byte) 0x81, 0x01, 0x01};

            assertThat(decode(jar, "1.2.840.113556.1.4.319", page).getClass().getSimpleName())
                    .isEqualTo("SimplePagedResultsControl");
            Object policy = decode(jar, "1.3.6.1.4.1.42.2.27.8.5.1", locked);
            assertThat(policy.getClass().getSimpleName()).contains("PasswordPolicy");
            assertThat(policy.toString()).contains("locked");
        }
    }

    @Test
    @DisplayName("speaks in the SDK's sentences, not in names of missing messages")
    void messages() throws Exception {
        try (URLClassLoader jar = alone()) {
            Class<?> resultCode = jar.loadClass(SDK + "ldap.sdk.ResultCode");
            Object refused = resultCode.getMethod("valueOf", int.class).invoke(null, 49);
            assertThat(resultCode.getMethod("getName").invoke(refused)).isEqualTo("invalid credentials");

            Throwable problem = null;
            try {
                jar.loadClass(SDK + "ldap.sdk.Filter")
                        .getMethod("create", String.class)
                        .invoke(null, "(broken");
            } catch (InvocationTargetException e) {
                problem = e.getTargetException();
            }
            assertThat(problem).isNotNull().hasMessageContaining("parenthes");
        }
    }

    private static Object decode(ClassLoader jar, String oid, byte[] value) throws ReflectiveOperationException {
        Class<?> octets = jar.loadClass(SDK + "asn1.ASN1OctetString");
        Class<?> control = jar.loadClass(SDK + "ldap.sdk.Control");
        Object wrapped = octets.getConstructor(byte[].class).newInstance((Object) value);
        return control.getMethod("decode", String.class, boolean.class, octets).invoke(null, oid, false, wrapped);
    }

    /** The jar and Java, no Keycloak and nothing of the test's class path. */
    private static URLClassLoader alone() throws IOException {
        return new URLClassLoader(new URL[] {provider().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Path provider() {
        return Path.of(System.getProperty("keycloak.provider.jar", ""));
    }

    private static List<String> entries(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
