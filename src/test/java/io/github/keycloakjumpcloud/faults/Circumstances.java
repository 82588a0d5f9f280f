package io.github.keycloakjumpcloud.faults;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** When and on what something was tried. */
final class Circumstances {

    private Circumstances() {}

    static String text() {
        return LocalDate.now(ZoneOffset.UTC) + ", " + Runtime.getRuntime().availableProcessors() + " cores, JDK "
                + System.getProperty("java.version") + ", Keycloak " + System.getProperty("keycloak.version");
    }
}
