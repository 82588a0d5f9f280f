package io.github.keycloakjumpcloud.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutMicrometerTest {

    private final ClassLoader keycloak = new WithoutMicrometer();

    @Test
    @DisplayName("where Keycloak has no Micrometer there are no meters, and everything else goes on")
    void goesOn() throws Exception {
        assertThatThrownBy(() -> keycloak.loadClass("io.micrometer.core.instrument.Metrics"))
                .isInstanceOf(ClassNotFoundException.class);
        Class<?> type = keycloak.loadClass(Metering.class.getName());
        Object metering = type.getConstructor().newInstance();

        type.getMethod("begin", Function.class).invoke(metering, Function.identity());

        assertThat(type.getMethod("isOn").invoke(metering)).isEqualTo(false);
        Object meters = type.getMethod("of", String.class).invoke(metering, "component");
        Class<?> binds = keycloak.loadClass(ObservedBinds.class.getName());
        assertThat(binds.getConstructor(type, String.class).newInstance(metering, "component"))
                .isNotNull();
        meters.getClass().getMethod("showServers").invoke(meters);
        type.getMethod("remove", String.class).invoke(metering, "component");
    }

    /** Loads our classes anew, so that they find no Micrometer. */
    private static final class WithoutMicrometer extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.micrometer.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.keycloakjumpcloud.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream code = WithoutMicrometerTest.class.getClassLoader().getResourceAsStream(file)) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
