package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches over requests that wait for an answer while there is another server to turn to. An open connection to a server that hangs looks like one to
 * a server that is slow; what tells them apart is a question on another connection. Thread-safe.
 */
final class Vigil {

    private final ServerGroup servers;
    private final Executor background;
    private final ScheduledExecutorService clock;
    private final Duration patience;
    private final boolean waitsForPeople;

    /** One question at a time for each server, however many requests wait for it. */
    private final Map<Integer, CompletableFuture<Boolean>> questions = new ConcurrentHashMap<>();

    /**
     * Prepares for requests to some servers.
     *
     * @param patience longest time that a request is left to a server that shows no sign of life
     * @param waitsForPeople whether an answer may take as long as a person does, so that a request is left where it is; one that is sent again would be a
     *     second push. Then the question alone decides whether the server has failed
     */
    Vigil(
            ServerGroup servers,
            Executor background,
            ScheduledExecutorService clock,
            Duration patience,
            boolean waitsForPeople) {
        this.servers = servers;
        this.background = background;
        this.clock = clock;
        this.patience = patience;
        this.waitsForPeople = waitsForPeople;
    }

    /** Watches over the request that is about to be sent, until the watch is closed. */
    Watch over(Link link) {
        Watch watch = new Watch(this, link);
        if (waitsForPeople || servers.hasOther(link.rank())) {
            later(1, watch::doubt);
        }
        return watch;
    }

    /** Whether requests stay where they are, whatever becomes of the server. */
    boolean waitsForPeople() {
        return waitsForPeople;
    }

    /** Runs something after so many thirds of the patience, unless the connections are closed meanwhile: every request is answered where it is then. */
    void later(int thirds, Runnable step) {
        try {
            Future<?> unused = clock.schedule(step, patience.toMillis() * thirds / 3, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            questions.clear();
        }
    }

    /** Lets requests go elsewhere, if there is anywhere to go. */
    boolean giveUp(int rank) {
        if (!servers.hasOther(rank)) {
            return false;
        }
        servers.health().failed(rank);
        return true;
    }

    /** Whether the server answers anybody. */
    CompletableFuture<Boolean> alive(int rank) {
        CompletableFuture<Boolean> fresh = new CompletableFuture<>();
        CompletableFuture<Boolean> asked = questions.putIfAbsent(rank, fresh);
        if (asked != null) {
            return asked;
        }
        try {
            background.execute(() -> {
                boolean answer = false;
                try {
                    answer = ask(rank) || clock.isShutdown();
                    if (waitsForPeople && !answer) {
                        // Here, once for all who wait: each of them would count as a failure of its own.
                        servers.health().failed(rank);
                    }
                } finally {
                    questions.remove(rank);
                    fresh.complete(answer);
                }
            });
        } catch (RejectedExecutionException e) {
            questions.remove(rank);
            fresh.complete(true);
        }
        return fresh;
    }

    private boolean ask(int rank) {
        Link link;
        try {
            link = servers.connectors().get(rank).open();
        } catch (LdapFailure e) {
            return false;
        }
        boolean answered = SignOfLife.in(link, patience);
        link.discard();
        return answered;
    }
}
