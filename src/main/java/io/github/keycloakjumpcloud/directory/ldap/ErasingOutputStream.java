package io.github.keycloakjumpcloud.directory.ldap;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Overwrites what it has sent. The library writes through a buffer that it keeps as long as the connection, and with it the last bind's password; nobody
 * else ever reads the arrays that arrive here.
 */
final class ErasingOutputStream extends FilterOutputStream {

    ErasingOutputStream(OutputStream sink) {
        super(sink);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } finally {
            Arrays.fill(bytes, offset, offset + length, (byte) 0);
        }
    }
}
