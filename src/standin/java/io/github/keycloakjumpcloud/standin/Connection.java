package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;

/** One connection: reads requests, one after the other, and has them answered. */
final class Connection implements Runnable {

    private final Service service;
    private final Client client;
    private final MessageChannel channel;
    private final Responder responder;

    private volatile long quietSince = System.nanoTime();
    private volatile boolean busy;

    Connection(Service service, Client client, MessageChannel channel) {
        this.service = service;
        this.client = client;
        this.channel = channel;
        this.responder = new Responder(service, client, channel);
    }

    @Override
    public void run() {
        try {
            if (client.kind.tls()) {
                handshake();
            }
            LDAPMessage request;
            do {
                busy = false;
                quietSince = System.nanoTime();
                request = channel.read();
                busy = true;
            } while (request != null && serve(request));
        } catch (IOException | LDAPException e) {
            // The client has gone, or was meant to lose its connection.
        } finally {
            close();
        }
    }

    void close() {
        client.end();
        channel.close();
    }

    boolean idleFor(long nanos) {
        return !busy && System.nanoTime() - quietSince > nanos;
    }

    private void handshake() throws IOException {
        service.faults().beforeHandshake(client);
        channel.secure(service.certificates().context());
        client.secure();
        service.journal().tlsEstablished();
    }

    /** Whether the connection goes on. */
    private boolean serve(LDAPMessage request) throws IOException {
        OperationKind kind = Requests.kind(request);
        if (kind == OperationKind.UNBIND || kind == OperationKind.ABANDON) {
            service.journal().record(Operation.simple(kind, client.number, client.identityDn(), -1));
            return kind == OperationKind.ABANDON;
        }
        service.faults().beforeAnswer(client, kind);
        boolean open = responder.answer(request, kind);
        if (open && kind == OperationKind.START_TLS && responder.tlsPromised()) {
            handshake();
        }
        return open;
    }
}
