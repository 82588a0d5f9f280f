package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/** A socket to an LDAP server, whose messages are guarded, and erased when sent, until TLS begins. */
final class GuardedSocket extends Socket {

    /** A silent loss, such as a firewall's forgetting, is noticed after half a minute instead of Linux's two hours. */
    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 15,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 5,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    private final MessageLimit limit;
    private volatile boolean guarded = true;

    GuardedSocket(MessageLimit limit) {
        this.limit = limit;
    }

    MessageLimit limit() {
        return limit;
    }

    @Override
    public void connect(SocketAddress address, int limitMillis) throws IOException {
        setKeepAlive(true);
        for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
            if (supportedOptions().contains(option.getKey())) {
                setOption(option.getKey(), option.getValue());
            }
        }
        super.connect(address, limitMillis);
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
