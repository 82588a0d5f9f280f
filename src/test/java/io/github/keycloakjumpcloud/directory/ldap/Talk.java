package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The server's side of one connection. */
final class Talk {

    static final int BIND = 0x60;
    static final int UNBIND = 0x42;
    static final int SEARCH = 0x63;
    static final int EXTENDED = 0x77;

    private static final int TAG = 0xff;

    private final InputStream in;
    private final OutputStream out;

    Talk(Socket socket) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** The next request; null at the end. */
    @Nullable
    Asked next() throws IOException {
        try {
            ASN1Element message = ASN1Element.readFrom(in);
            if (message == null) {
                return null;
            }
            ASN1Element[] parts = ASN1Sequence.decodeAsSequence(message).elements();
            return new Asked(ASN1Integer.decodeAsInteger(parts[0]).intValue(), parts[1].getType() & TAG);
        } catch (ASN1Exception e) {
            throw new IOException(e);
        }
    }

    void succeed(Asked asked) throws IOException {
        switch (asked.operation()) {
            case BIND -> send(Messages.bound(asked.messageId(), 0));
            case SEARCH -> send(Messages.done(asked.messageId(), 0));
            case EXTENDED -> send(Messages.extended(asked.messageId(), 0, null));
            default -> {
                // Abandoning has no answer.
            }
        }
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends the same again and again, until the other side closes the connection. */
    void sendForEver(byte[] bytes) throws IOException {
        while (true) {
            out.write(bytes);
        }
    }

    /**
     * A request.
     *
     * @param operation the tag of its protocol operation
     */
    record Asked(int messageId, int operation) {}
}
