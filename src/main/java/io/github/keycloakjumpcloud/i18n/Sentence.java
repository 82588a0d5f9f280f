package io.github.keycloakjumpcloud.i18n;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence that is put into words where its reader's language is known.
 *
 * @param key message key
 * @param args values for {@code {0}}, {@code {1}}, …; never a secret
 */
public record Sentence(String key, List<String> args) {

    public Sentence {
        args = List.copyOf(args);
    }

    /** The sentence with these values, as texts. */
    public static Sentence of(String key, Object... args) {
        return new Sentence(key, Arrays.stream(args).map(String::valueOf).toList());
    }

    /** In English, for log lines and reports. */
    public String english() {
        return EnglishMessages.text(key, args.toArray());
    }
}
