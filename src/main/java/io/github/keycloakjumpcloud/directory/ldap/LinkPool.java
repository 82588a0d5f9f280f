package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Open connections of one kind, most recently used first. How many there are is bounded by the threads that use them. Thread-safe.
 *
 * <p>Not the library's pool: that one reconnects, one after the other, for every dead connection that it meets at checkout, which with a server away
 * takes connections times servers times timeout. Here a request opens at most one connection for itself and one for its repetition.
 */
final class LinkPool implements AutoCloseable {

    private final Servers servers;
    private final Servers.Preparation preparation;
    private final Vigil vigil;
    private final Deque<Link> idle = new ArrayDeque<>();
    private final Set<Link> busy = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** @param vigil begins to watch over a request */
    LinkPool(Servers servers, Servers.Preparation preparation, Vigil vigil) {
        this.servers = servers;
        this.preparation = preparation;
        this.vigil = vigil;
    }

    /**
     * Makes one request. If the connection turns out to be gone before the answer, or the answer is "not now" and there is another server, the request is
     * repeated once over a new connection; any other answer and a timeout are final.
     *
     * @param limitMillis how long the request waits for its answer
     * @throws LdapFailure if there is no connection, no answer, or an answer that the request does not take for one
     */
    <T> T use(long limitMillis, Request<T> request) throws LdapFailure {
        return admitted(() -> useAdmitted(limitMillis, request));
    }

    /** Does something with these servers in its turn: while none of them works, one at a time. */
    <T> T admitted(Admitted<T> work) throws LdapFailure {
        Runnable over = servers.admit();
        try {
            return work.run();
        } finally {
            over.run();
        }
    }

    private <T> T useAdmitted(long limitMillis, Request<T> request) throws LdapFailure {
        long start = System.nanoTime();
        Link kept = takeIdle();
        Link link = kept == null ? open() : kept;
        try {
            return use(link, kept == null, request);
        } catch (LDAPException e) {
            boolean again = ResultCodes.connectionLost(e)
                    ? request.mayRepeat(kept != null, Duration.ofNanos(System.nanoTime() - start))
                    : ResultCodes.notNow(e) && request.mayTurnElsewhere() && servers.isAvoided(link.rank());
            if (!again) {
                throw failure(link, e, limitMillis);
            }
        }
        Link fresh = open();
        try {
            return use(fresh, true, request);
        } catch (LDAPException e) {
            throw failure(fresh, e, limitMillis);
        }
    }

    /** Opens a connection that does not come from the pool; whoever gets it closes it or puts it back. */
    Link open() throws LdapFailure {
        return servers.open(preparation, MessageLimit.OF_REQUESTS);
    }

    /** Opens a connection for a long search, which is not to be put back. */
    Link openForReading() throws LdapFailure {
        return servers.open(preparation, MessageLimit.ofReads());
    }

    /** Takes the idle connection that has been in use longest ago, for a check. */
    synchronized @Nullable Link takeLeastUsed() {
        return idle.pollLast();
    }

    /** Puts a connection back; one that is closed, or that comes after the end, is thrown away. */
    void putBack(Link link) {
        synchronized (this) {
            if (!closed && link.isOpen()) {
                idle.addFirst(link);
                return;
            }
        }
        link.discard();
    }

    /** Whether there is a server to prefer to this one. */
    boolean hasBetter(int rank) {
        return servers.hasBetter(rank);
    }

    synchronized int idle() {
        return idle.size();
    }

    /** Idle connections to one server. */
    synchronized int idle(int rank) {
        return (int) idle.stream().filter(link -> link.rank() == rank).count();
    }

    /** Connections to one server that carry a request now. */
    int busy(int rank) {
        return (int) busy.stream().filter(link -> link.rank() == rank).count();
    }

    @Override
    public void close() {
        Deque<Link> last;
        synchronized (this) {
            closed = true;
            last = new ArrayDeque<>(idle);
            idle.clear();
        }
        last.forEach(Link::discard);
    }

    /** @param fresh whether the connection was opened for this request, so that its loss says something about the server */
    private <T> T use(Link link, boolean fresh, Request<T> request) throws LDAPException, LdapFailure {
        boolean reusable = false;
        busy.add(link);
        Watch watch = vigil.over(link);
        try {
            T answer = request.send(link);
            reusable = true;
            servers.markWorking(link.rank());
            return answer;
        } catch (LdapFailure e) {
            reusable = true;
            throw e;
        } catch (LDAPException e) {
            reusable = e.getResultCode().isConnectionUsable();
            if (speaksAgainstServer(e, fresh, request)) {
                servers.markFailed(link.rank());
            }
            throw e;
        } finally {
            busy.remove(link);
            watch.close();
            if (reusable) {
                link.touch();
                putBack(link);
            } else {
                link.discard();
            }
        }
    }

    private static boolean speaksAgainstServer(LDAPException e, boolean fresh, Request<?> request) {
        if (ResultCodes.connectionLost(e)) {
            return fresh;
        }
        return ResultCodes.saysNothing(e) && (!ResultCodes.timedOut(e) || request.silenceTells());
    }

    private static LdapFailure failure(Link link, LDAPException e, long limitMillis) {
        return new LdapFailure(ResultCodes.problem(e, link.server().toString(), limitMillis), e);
    }

    private synchronized @Nullable Link takeIdle() {
        for (Link link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            if (link.isOpen() && !servers.isAvoided(link.rank())) {
                return link;
            }
            link.discard();
        }
        return null;
    }

    /** What has its turn. */
    @FunctionalInterface
    interface Admitted<T> {
        T run() throws LdapFailure;
    }

    /** A request over an open connection. */
    @FunctionalInterface
    interface Request<T> {
        /**
         * Sends it and waits for the answer.
         *
         * @throws LdapFailure if it was not sent
         */
        T send(Link link) throws LDAPException, LdapFailure;

        /**
         * Whether it may be sent again where the connection was lost before the answer.
         *
         * @param kept whether the connection was there before, so that the server may have closed it before the request came
         * @param waited time since the request began
         */
        default boolean mayRepeat(boolean kept, Duration waited) {
            return true;
        }

        /** Whether it may be sent to another server where one says that it can do nothing at the moment, and so has not judged it. */
        default boolean mayTurnElsewhere() {
            return true;
        }

        /** Whether it had all the time that a server may take, so that waiting in vain speaks against the server. */
        default boolean silenceTells() {
            return true;
        }

        /** The same with less time. */
        default Request<T> inHaste() {
            Request<T> request = this;
            return new Request<>() {
                @Override
                public T send(Link link) throws LDAPException, LdapFailure {
                    return request.send(link);
                }

                @Override
                public boolean mayRepeat(boolean kept, Duration waited) {
                    return request.mayRepeat(kept, waited);
                }

                @Override
                public boolean silenceTells() {
                    return false;
                }
            };
        }
    }
}
