package io.github.keycloakjumpcloud.keycloak;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The keys of new realms, made once. Left to itself Keycloak makes two RSA keys for each realm, which takes a test server, without C2, several
 * seconds.
 */
final class RealmKeys {

    private static final int BITS = 2048;
    private static final String PRIVATE_KEY = privateKey();

    private RealmKeys() {}

    /** For {@code components} in a realm's representation. */
    static Map<String, List<Map<String, Object>>> components() {
        return Map.of(
                "org.keycloak.keys.KeyProvider",
                List.of(
                        provider("rsa", Map.of("privateKey", List.of(PRIVATE_KEY), "algorithm", List.of("RS256"))),
                        provider(
                                "rsa-enc",
                                Map.of("privateKey", List.of(PRIVATE_KEY), "algorithm", List.of("RSA-OAEP"))),
                        provider("hmac-generated", Map.of("algorithm", List.of("HS512"))),
                        provider("aes-generated", Map.of())));
    }

    private static Map<String, Object> provider(String providerId, Map<String, List<String>> config) {
        return Map.of("name", providerId, "providerId", providerId, "config", config);
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has RSA", e);
        }
    }
}
