package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A socket to an LDAP server, whose messages are guarded, and erased when sent, until TLS begins. */
final class GuardedSocket extends Socket {

    private final MessageLimit limit;
    private volatile boolean guarded = true;

    GuardedSocket(MessageLimit limit) {
        this.limit = limit;
    }

    MessageLimit limit() {
        return limit;
    }

    /** From now on it carries TLS, whose records are no LDAP messages. */
    void unguard() {
        guarded = false;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream plain = super.getInputStream();
        return guarded ? new MessageGuard(plain, limit) : plain;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream plain = super.getOutputStream();
        return guarded ? new ErasingOutputStream(plain) : plain;
    }
}
