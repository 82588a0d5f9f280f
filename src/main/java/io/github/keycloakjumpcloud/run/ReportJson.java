package io.github.keycloakjumpcloud.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** Reports as JSON, by Keycloak's own mapper. */
final class ReportJson {

    private ReportJson() {}

    static String of(Object report) {
        try {
            return JsonSerialization.writeValueAsString(report);
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be written as JSON", e);
        }
    }

    /** The report of a run that had nothing else to say. */
    static String problem(String sentence) {
        return of(Map.of("problem", sentence));
    }
}
