package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket of one attempt to connect, which is closed from outside when TCP, StartTLS and the handshake together take longer than the limit. Reads
 * of a handshake have no limit as a whole: a server that sends a byte a second would hold a thread for ever.
 */
final class ConnectAttempt extends SocketFactory implements AutoCloseable {

    private final @Nullable StrictTlsSockets tlsFromTheStart;
    private final int limitMillis;
    private final HostAddresses addresses;
    private final MessageLimit messages;
    private final Future<?> alarm;
    private @Nullable Socket socket;
    private boolean over;
    private boolean late;
    private boolean handedOver;

    /**
     * Starts the clock.
     *
     * @param tlsFromTheStart TLS for {@code ldaps://}, {@code null} for {@code ldap://}
     * @param addresses where the library's name resolver has put the host's addresses
     * @param messages what the server may send
     */
    ConnectAttempt(
            @Nullable StrictTlsSockets tlsFromTheStart,
            int limitMillis,
            HostAddresses addresses,
            MessageLimit messages,
            ScheduledExecutorService clock) {
        this.tlsFromTheStart = tlsFromTheStart;
        this.limitMillis = limitMillis;
        this.addresses = addresses;
        this.messages = messages;
        this.alarm = clock.schedule(this::ring, limitMillis, TimeUnit.MILLISECONDS);
    }

    /** Ends the attempt; from now on the socket is nobody's here. Says whether it ended in time. */
    synchronized boolean succeeded() {
        over = true;
        alarm.cancel(false);
        handedOver = !late;
        return handedOver;
    }

    /** Whether the limit was reached. */
    synchronized boolean isLate() {
        return late;
    }

    /** Closes the socket unless it was handed over: the library leaves one whose handshake it no longer waits for as it is. */
    @Override
    public synchronized void close() {
        over = true;
        alarm.cancel(false);
        if (!handedOver) {
            closeSocket();
        }
    }

    /** Connects to that address of the host which works. */
    @Override
    public Socket createSocket(InetAddress ignoredFirst, int port) throws IOException {
        GuardedSocket plain = addresses.connect(port, limitMillis, this::nextSocket);
        return tlsFromTheStart == null ? plain : tlsFromTheStart.over(plain);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(address, port);
    }

    private synchronized GuardedSocket nextSocket() throws IOException {
        if (over || late) {
            throw new IOException("Too late to connect");
        }
        GuardedSocket next = new GuardedSocket(messages);
        socket = next;
        return next;
    }

    private void ring() {
        synchronized (this) {
            if (over) {
                return;
            }
            late = true;
        }
        closeSocket();
    }

    /** Closes the socket. Whoever waits on it is woken and reports the failure. */
    synchronized void closeSocket() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Closing only wakes whoever waits on it, who then reports the failure.
                late = true;
            }
        }
    }
}
