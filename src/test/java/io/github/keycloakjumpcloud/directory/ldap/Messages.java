package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Enumerated;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.asn1.ASN1Set;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as bytes (RFC 4511, section 4). */
final class Messages {

    private static final byte BIND_RESPONSE = 0x61;
    private static final byte ENTRY = 0x64;
    private static final byte DONE = 0x65;
    private static final byte REFERENCE = 0x73;
    private static final byte EXTENDED_RESPONSE = 0x78;
    private static final byte INTERMEDIATE = 0x79;
    private static final byte RESPONSE_NAME = (byte) 0x8a;
    private static final int FOUR_LENGTH_BYTES = 0x84;

    private Messages() {}

    static byte[] bound(int id, int code) {
        return result(id, BIND_RESPONSE, code, null);
    }

    static byte[] done(int id, int code) {
        return result(id, DONE, code, null);
    }

    static byte[] extended(int id, int code, @Nullable String oid) {
        return result(id, EXTENDED_RESPONSE, code, oid);
    }

    static byte[] intermediate(int id) {
        return message(id, new ASN1Sequence(INTERMEDIATE));
    }

    static byte[] reference(int id, String url) {
        return message(id, new ASN1Sequence(REFERENCE, new ASN1OctetString(url)));
    }

    /** An entry with one attribute. */
    static byte[] entry(int id, String dn, String attribute, List<String> values) {
        return entry(id, dn, List.of(attribute(attribute, values)));
    }

    static byte[] entry(int id, String dn, List<ASN1Element> attributes) {
        return message(id, new ASN1Sequence(ENTRY, new ASN1OctetString(dn), new ASN1Sequence(attributes)));
    }

    static ASN1Element attribute(String name, List<String> values) {
        List<ASN1Element> encoded = new ArrayList<>();
        values.forEach(value -> encoded.add(new ASN1OctetString(value)));
        return new ASN1Sequence(new ASN1OctetString(name), new ASN1Set(encoded));
    }

    /** Type and length of an element whose content is yet to come. */
    static byte[] header(int type, int length) {
        return new byte[] {
            (byte) type,
            (byte) FOUR_LENGTH_BYTES,
            (byte) (length >>> 24),
            (byte) (length >>> 16),
            (byte) (length >>> 8),
            (byte) length
        };
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] result(int id, byte type, int code, @Nullable String oid) {
        List<ASN1Element> parts =
                new ArrayList<>(List.of(new ASN1Enumerated(code), new ASN1OctetString(""), new ASN1OctetString("")));
        if (oid != null) {
            parts.add(new ASN1OctetString(RESPONSE_NAME, oid));
        }
        return message(id, new ASN1Sequence(type, parts));
    }

    static byte[] message(int id, ASN1Element operation) {
        return new ASN1Sequence(new ASN1Integer(id), operation).encode();
    }
}
