package io.github.keycloakjumpcloud.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/**
 * The English sentences of the message bundle, for log lines and reports that have no reader's language. Immutable once loaded, hence
 * thread-safe.
 */
public final class EnglishMessages {

    private static final String BUNDLE = "/theme-resources/messages/messages_en.properties";
    private static final Properties SENTENCES = load();

    private EnglishMessages() {}

    /**
     * The sentence for a key.
     *
     * @param key message key
     * @param args values for {@code {0}}, {@code {1}}, …; one that is itself a message key is replaced by that message, as Keycloak's admin REST
     *     does with the parameters of a validation error
     * @return the sentence; the key itself where the bundle has no such message
     */
    public static String text(String key, Object... args) {
        String sentence = SENTENCES.getProperty(key);
        if (sentence == null) {
            return key;
        }
        // As texts, so that MessageFormat does not group the digits of ports and milliseconds.
        Object[] shown = Arrays.stream(args)
                .map(String::valueOf)
                .map(arg -> SENTENCES.getProperty(arg, arg))
                .toArray();
        return new MessageFormat(sentence, Locale.ENGLISH).format(shown);
    }

    private static Properties load() {
        Properties sentences = new Properties();
        try (InputStream stream = EnglishMessages.class.getResourceAsStream(BUNDLE)) {
            if (stream == null) {
                throw new IllegalStateException("The provider's jar lacks " + BUNDLE);
            }
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
