package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;

/**
 * How much of an answer is taken in: a server that never stops sending must not fill Keycloak's memory.
 *
 * @param entries most entries
 * @param bytes most memory that the entries may take, estimated
 */
record AnswerLimit(int entries, long bytes) {

    /** A user has fewer groups than that, and a search meets fewer referrals. */
    static final int MANY = 10_000;

    private static final long REQUEST_BYTES = 4L << 20;

    /** Objects and references around an entry, an attribute and a value, in a JVM with compressed references. */
    private static final long PER_ENTRY = 256;

    private static final long PER_ATTRIBUTE = 32;
    private static final long PER_VALUE = 48;

    /** For a look-up; {@code sizeLimit} is what the server was asked to keep to, 0 for none. */
    static AnswerLimit ofRequest(int sizeLimit) {
        return new AnswerLimit(sizeLimit > 0 ? sizeLimit : MANY, REQUEST_BYTES);
    }

    /** For a read of everything, half of the heap: 512 MB, Keycloak's default, hold more than 100,000 users. */
    static AnswerLimit ofRead() {
        return new AnswerLimit(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2);
    }

    /** What an entry takes. */
    static long weight(Entry entry) {
        long weight = PER_ENTRY + entry.getDN().length();
        for (Attribute attribute : entry.getAttributes()) {
            weight += PER_ATTRIBUTE;
            for (byte[] value : attribute.getValueByteArrays()) {
                weight += PER_VALUE + value.length;
            }
        }
        return weight;
    }
}
