package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A short text that changes when anything changes that is written for a user: names, addresses, DN, mapped attributes. Memberships are not
 * part of it, because they are compared themselves. It also remembers which attributes were written, so that those of a mapping that was
 * removed can be cleared.
 */
public final class Fingerprint {

    private static final char SEPARATOR = ':';

    /** No attribute name has a line break, whatever else an administrator may put into one. */
    private static final String BETWEEN_NAMES = "\n";

    private static final String VERSION = "1";

    private static final int LIKELY_SIZE = 512;

    private Fingerprint() {}

    /**
     * The fingerprint of a user as he would be written.
     *
     * @param user the user
     * @param trustEmail whether the address counts as verified
     */
    public static String of(DirectoryUser user, boolean trustEmail) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(LIKELY_SIZE);
        add(content, user.id());
        add(content, user.dn());
        add(content, user.username());
        add(content, user.email());
        add(content, user.firstName());
        add(content, user.lastName());
        add(content, Boolean.toString(trustEmail));
        new TreeMap<>(user.attributes()).forEach((name, values) -> {
            add(content, name);
            values.forEach(value -> add(content, value));
        });
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(content.toByteArray()));
        return VERSION
                + SEPARATOR
                + hash
                + SEPARATOR
                + String.join(BETWEEN_NAMES, new TreeSet<>(user.attributes().keySet()));
    }

    /** The user attributes that were written when this fingerprint was stored. */
    static Set<String> writtenAttributes(@Nullable String fingerprint) {
        if (fingerprint == null) {
            return Set.of();
        }
        // Version and hash contain no separator; attribute names may.
        int hash = fingerprint.indexOf(SEPARATOR) + 1;
        String names = fingerprint.substring(fingerprint.indexOf(SEPARATOR, hash) + 1);
        return names.isEmpty() ? Set.of() : Set.copyOf(List.of(names.split(BETWEEN_NAMES)));
    }

    /** Length first, so that no two lists of values give the same bytes. */
    private static void add(ByteArrayOutputStream content, @Nullable String value) {
        if (value == null) {
            content.write(0);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        content.write(1);
        content.write(bytes.length >>> 24);
        content.write(bytes.length >>> 16);
        content.write(bytes.length >>> 8);
        content.write(bytes.length);
        content.writeBytes(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
