package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component's values, read leniently: blank means absent, as Keycloak itself removes blank values when it saves a component; spaces around a
 * value do not count.
 */
record ConfigValues(Map<String, List<String>> values) {

    /** Several values in one text, as Keycloak joins them where it has only one text to store (maps of mappers and identity providers). */
    private static final String JOINT = "##";

    /** The first value, untouched: a password may begin or end with a space. */
    Optional<String> verbatim(String key) {
        return present(key).findFirst();
    }

    Optional<String> text(String key) {
        return verbatim(key).map(String::strip);
    }

    String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /** All values; one that was left empty between two others stays, as an empty text. */
    List<String> texts(String key) {
        return present(key)
                .flatMap(value -> Arrays.stream(value.split(JOINT, -1)))
                .map(String::strip)
                .toList();
    }

    boolean flag(String key, boolean fallback) {
        String value = text(key, Boolean.toString(fallback));
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw new InvalidValueException("jumpcloud.config.notBoolean", label(key), quoted(value));
    }

    int number(String key, int fallback, int least, int most) {
        String value = text(key, Integer.toString(fallback));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number and out of range share one sentence: it names the range.
        }
        throw new InvalidValueException(
                "jumpcloud.config.notInRange",
                label(key),
                quoted(value),
                Integer.toString(least),
                Integer.toString(most));
    }

    private Stream<String> present(String key) {
        List<String> all = values.get(key);
        return all == null
                ? Stream.empty()
                : all.stream().filter(Objects::nonNull).filter(value -> !value.isBlank());
    }
}
