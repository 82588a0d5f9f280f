package io.github.keycloakjumpcloud.directory.ldap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks host names up with a time limit, which Java's own look-up lacks: with its name server away a public proxy for JumpCloud's LDAP saw single
 * binds hang for 115 s.
 */
final class BoundedResolver {

    private final ExecutorService threads;
    private final long limitMillis;

    /** One look-up a name at a time: with the name server away each may take minutes, and they cannot be ended. */
    private final Map<String, Future<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    BoundedResolver(ExecutorService threads, long limitMillis) {
        this.threads = threads;
        this.limitMillis = limitMillis;
    }

    /** Every address of a host, at least one. */
    InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> answer;
        try {
            answer = underWay.computeIfAbsent(host, name -> threads.submit(() -> lookUp(name)));
        } catch (RejectedExecutionException e) {
            throw unknown(host, e);
        }
        try {
            return answer.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } catch (TimeoutException e) {
            throw unknown(host, e);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        }
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            return InetAddress.getAllByName(host);
        } finally {
            underWay.remove(host);
        }
    }

    private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
