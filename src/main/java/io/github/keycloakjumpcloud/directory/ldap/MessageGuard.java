package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.io.InputStream;

/** Lets a server's messages through to the LDAP library as long as they are acceptable. Used by one thread. */
final class MessageGuard extends InputStream {

    private final InputStream server;
    private final BerWalk walk;
    private final byte[] one = new byte[1];

    MessageGuard(InputStream server, MessageLimit limit) {
        this.server = server;
        this.walk = new BerWalk(limit);
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int count = server.read(bytes, from, most);
        if (count > 0) {
            walk.pass(bytes, from, count);
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return server.available();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
