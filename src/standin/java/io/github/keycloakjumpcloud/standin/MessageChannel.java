package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1Buffer;
import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** LDAP messages over a socket that may become a TLS socket. Used by one thread; {@link #close()} may be called by any. */
final class MessageChannel {

    private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

    private final Socket tcp;
    private ASN1StreamReader in;
    private OutputStream out;

    MessageChannel(Socket tcp) throws IOException {
        this.tcp = tcp;
        tcp.setTcpNoDelay(true);
        this.in = reader(tcp);
        this.out = new BufferedOutputStream(tcp.getOutputStream());
    }

    /** Does the server's side of a handshake. */
    void secure(SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, tcp.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        in = reader(tls);
        out = new BufferedOutputStream(tls.getOutputStream());
    }

    /** The next request; null at the end. */
    @Nullable
    LDAPMessage read() throws LDAPException {
        return LDAPMessage.readFrom(in, false);
    }

    /** Buffers a message; {@link #flush()} sends. */
    void write(LDAPMessage message) throws IOException {
        ASN1Buffer buffer = new ASN1Buffer();
        message.writeTo(buffer);
        buffer.writeTo(out);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Ends the connection, without a TLS farewell: a close that waits for a silent client would hang. */
    void close() {
        try {
            tcp.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static ASN1StreamReader reader(Socket socket) throws IOException {
        return new ASN1StreamReader(new BufferedInputStream(socket.getInputStream()), LARGEST_MESSAGE);
    }
}
