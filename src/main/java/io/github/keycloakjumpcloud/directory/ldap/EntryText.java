package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads an entry's values as text: stripped, without blank and binary ones, in alphabetical order, because LDAP gives them in none. */
final class EntryText {

    /** What stands for bytes that are no text, unless it is the text. */
    private static final char REPLACEMENT = '\uFFFD';

    private EntryText() {}

    static List<String> all(Entry entry, String attribute) {
        Attribute found = entry.getAttribute(attribute);
        if (found == null) {
            return List.of();
        }
        byte[][] values = found.getValueByteArrays();
        if (values.length == 1) {
            // As nearly always.
            return decode(values[0])
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(List::of)
                    .orElse(List.of());
        }
        return Arrays.stream(values)
                .flatMap(value -> decode(value).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static Optional<String> first(Entry entry, String attribute) {
        List<String> values = all(entry, attribute);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    private static Optional<String> decode(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return Optional.of(text);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
