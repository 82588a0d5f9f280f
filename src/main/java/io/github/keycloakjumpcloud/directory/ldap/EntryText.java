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

    private EntryText() {}

    static List<String> all(Entry entry, String attribute) {
        Attribute found = entry.getAttribute(attribute);
        if (found == null) {
            return List.of();
        }
        return Arrays.stream(found.getValueByteArrays())
                .flatMap(value -> decode(value).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static Optional<String> first(Entry entry, String attribute) {
        return all(entry, attribute).stream().findFirst();
    }

    private static Optional<String> decode(byte[] value) {
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
