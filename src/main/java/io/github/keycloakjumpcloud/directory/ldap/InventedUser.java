package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Binds as somebody who does not exist, so that no account can be locked by it. */
final class InventedUser {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private InventedUser() {}

    static SimpleBindRequest bind(FactLinks links, String password) {
        String dn = "uid=nobody-" + anything() + "," + links.config().users().usersDn();
        SimpleBindRequest request = new SimpleBindRequest(dn, password);
        request.setResponseTimeoutMillis(links.steps().eachAnswer().toMillis());
        return request;
    }

    static String anything() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
