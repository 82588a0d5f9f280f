package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1BitString;
import com.unboundid.asn1.ASN1Boolean;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.OID;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** A server certificate with its private key. The LDAP SDK signs; its extension classes are closed, so the extensions are encoded here. */
record IssuedCertificate(java.security.cert.X509Certificate certificate, PrivateKey key) {

    private static final SignatureAlgorithmIdentifier SIGNATURE = SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA;
    private static final int KEY_BITS = 256;
    private static final byte DNS_NAME = (byte) 0x82;
    private static final byte PUBLIC_KEY = (byte) 0xa1;
    private static final byte IP_ADDRESS = (byte) 0x87;
    private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    static <T> T selfSigned(DN subject, Instant from, Instant to, BiFunction<X509Certificate, KeyPair, T> use) {
        try {
            ObjectPair<X509Certificate, KeyPair> made = X509Certificate.generateSelfSignedCertificate(
                    SIGNATURE,
                    PublicKeyAlgorithmIdentifier.EC,
                    KEY_BITS,
                    subject,
                    from.toEpochMilli(),
                    to.toEpochMilli(),
                    extension("2.5.29.19", true, new ASN1Sequence(new ASN1Boolean(true))),
                    // keyCertSign and cRLSign
                    extension("2.5.29.15", true, new ASN1BitString(false, false, false, false, false, true, true)));
            return use.apply(made.getFirst(), made.getSecond());
        } catch (CertException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    static IssuedCertificate issue(
            X509Certificate issuer,
            PrivateKey issuerKey,
            String commonName,
            List<String> names,
            Instant from,
            Instant to) {
        DN subject = new DN(new RDN("cn", commonName));
        // The SDK makes key pairs only together with a certificate, so a throw-away one carries the public key.
        return selfSigned(subject, from, to, (carrier, keys) -> {
            try {
                X509Certificate signed = X509Certificate.generateIssuerSignedCertificate(
                        SIGNATURE,
                        issuer,
                        issuerKey,
                        carrier.getPublicKeyAlgorithmOID(),
                        carrier.getPublicKeyAlgorithmParameters(),
                        carrier.getEncodedPublicKey(),
                        carrier.getDecodedPublicKey(),
                        subject,
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        extension("2.5.29.17", false, alternativeNames(names)));
                return new IssuedCertificate(
                        (java.security.cert.X509Certificate) signed.toCertificate(), keys.getPrivate());
            } catch (CertException | GeneralSecurityException e) {
                throw new IllegalStateException("cannot issue a certificate", e);
            }
        });
    }

    /** The private key in PKCS #8 with the public key inside: Java leaves that out, and GnuTLS, which Debian's slapd uses, wants it. */
    byte[] completeKey() {
        try {
            ASN1Element[] outer =
                    ASN1Sequence.decodeAsSequence(key.getEncoded()).elements();
            ASN1Element[] inner =
                    ASN1Sequence.decodeAsSequence(outer[2].getValue()).elements();
            byte[] publicKey = certificate.getPublicKey().getEncoded();
            ASN1Element bits = ASN1Sequence.decodeAsSequence(publicKey).elements()[1];
            ASN1Sequence complete = new ASN1Sequence(inner[0], inner[1], new ASN1Element(PUBLIC_KEY, bits.encode()));
            return new ASN1Sequence(outer[0], outer[1], new ASN1OctetString(complete.encode())).encode();
        } catch (ASN1Exception e) {
            throw new IllegalStateException("cannot encode the key", e);
        }
    }

    /** Valid from yesterday, for a year. */
    static IssuedCertificate current(CertificateAuthority authority, List<String> names) {
        Instant now = Instant.now();
        return authority.issue(names.get(0), names, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
    }

    private static ASN1Sequence alternativeNames(List<String> names) {
        return new ASN1Sequence(
                names.stream().map(IssuedCertificate::alternativeName).toArray(ASN1Element[]::new));
    }

    private static ASN1Element alternativeName(String name) {
        if (!IPV4.matcher(name).matches()) {
            return new ASN1OctetString(DNS_NAME, name);
        }
        String[] numbers = name.split("\\.", -1);
        byte[] address = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            address[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return new ASN1OctetString(IP_ADDRESS, address);
    }

    private static X509CertificateExtension extension(String oid, boolean critical, ASN1Element value) {
        return new X509CertificateExtension(new OID(oid), critical, value.encode());
    }
}
