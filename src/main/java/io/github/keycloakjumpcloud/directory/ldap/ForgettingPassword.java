package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.PasswordProvider;
import java.nio.charset.StandardCharsets;

/**
 * A password that can be taken once. The library keeps a connection's last successful bind request for as long as the connection lives; with this it
 * keeps no password.
 */
final class ForgettingPassword extends PasswordProvider {

    private static final byte[] FORGOTTEN = new byte[0];

    private transient byte[] bytes;

    ForgettingPassword(String password) {
        this.bytes = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized byte[] getPasswordBytes() {
        byte[] taken = bytes;
        bytes = FORGOTTEN;
        if (taken.length == 0) {
            // An empty password would make the bind anonymous (RFC 4513, section 5.1.2), and its success would mean
            // nothing.
            throw new IllegalStateException("The password was already used");
        }
        return taken;
    }
}
