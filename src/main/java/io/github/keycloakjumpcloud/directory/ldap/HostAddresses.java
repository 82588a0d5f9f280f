package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a host during one attempt to connect. The library takes the first of them and no other, so that a host of which one address is a black
 * hole could not be reached at all.
 */
final class HostAddresses extends NameResolver {

    private final LookUp names;
    private final FailedAddresses failed;
    private final ConnectTrace trace;
    private volatile List<InetAddress> addresses = List.of();
    private volatile @Nullable InetAddress connected;

    HostAddresses(LookUp names, FailedAddresses failed, ConnectTrace trace) {
        this.names = names;
        this.failed = failed;
        this.trace = trace;
    }

    @Override
    public InetAddress getByName(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        trace.resolved(found);
        addresses = failed.inOrder(found);
        return addresses.get(0);
    }

    @Override
    public InetAddress[] getAllByName(String host) throws UnknownHostException {
        return names.resolve(host);
    }

    @Override
    public void toString(StringBuilder buffer) {
        buffer.append("HostAddresses");
    }

    /**
     * Connects to the first address that answers; each gets its share of the time that is left.
     *
     * @param sockets makes an unconnected socket for each address
     */
    <S extends Socket> S connect(int port, int limitMillis, Sockets<S> sockets) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        IOException problem = new IOException("No address to connect to");
        List<InetAddress> candidates = addresses;
        for (int i = 0; i < candidates.size(); i++) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            int share = Math.toIntExact(Math.max(1, left / (candidates.size() - i)));
            S socket = sockets.next();
            try {
                socket.connect(new InetSocketAddress(candidates.get(i), port), share);
                connected = candidates.get(i);
                trace.connected(candidates.get(i));
                return socket;
            } catch (IOException e) {
                failed.failed(candidates.get(i));
                socket.close();
                problem = e;
            }
        }
        throw problem;
    }

    /** Notes how the attempt ended, after TLS. */
    void ended(boolean well) {
        InetAddress last = connected;
        if (last != null && well) {
            failed.worked(last);
        } else if (last != null) {
            failed.failed(last);
        }
    }

    /** Looks a host up. */
    @FunctionalInterface
    interface LookUp {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Makes sockets, as long as there is time. */
    @FunctionalInterface
    interface Sockets<S extends Socket> {
        S next() throws IOException;
    }
}
