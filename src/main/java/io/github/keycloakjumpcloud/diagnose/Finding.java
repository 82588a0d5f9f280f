package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one look showed.
 *
 * @param name what was looked at; part of the REST's answer, hence stable
 * @param millis how long it took, or {@code null} where nobody was asked
 * @param message what was found and, unless all is well, what to do about it
 * @param code the problem's stable name, or {@code null} where there is none
 * @param details figures and names for programs and for the console, in a fixed order; texts, numbers, booleans and lists of texts, never a secret
 */
public record Finding(
        String name,
        Result result,
        @Nullable Long millis,
        Sentence message,
        @Nullable String code,
        Map<String, Object> details) {

    public Finding {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** How it looks; the worst of several is the last one in this order. */
    public enum Result {
        OK,
        /** Not looked at, because something before it failed or it does not apply. */
        SKIPPED,
        WARNING,
        FAILED
    }
}
