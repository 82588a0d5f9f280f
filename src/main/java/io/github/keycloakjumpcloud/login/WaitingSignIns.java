package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The sign-ins of one node that wait for JumpCloud, one for each tab, on threads of their own. One whose browser no longer asks is broken off, so that its
 * place is free. Thread-safe.
 */
final class WaitingSignIns implements AutoCloseable {

    /** With those that hold up Keycloak's threads still fewer than a provider has connections for. */
    static final int MOST = 220;

    /** Fewer than all: the rest is for those with a code, who are soon answered. */
    static final int MOST_PUSHES = 200;

    /** Whoever knows one password must not take all places, nor ring a phone without end. A code rings none. */
    static final int MOST_OF_USER = 3;

    /** A browser asks every few seconds, but not while its owner is in another app of the same phone to approve the push. */
    static final Duration UNASKED = Duration.ofSeconds(30);

    /** An answer takes no place. */
    static final Duration ANSWER_KEPT = Duration.ofMinutes(5);

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    /** What all browsers together may ask a second, so that many who wait do not slow the others' sign-ins. */
    private static final int ASKED_A_SECOND = 20;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final UncollectedRefusals refusals;
    private final LongSupplier clock;

    /** Guarded by this. Whoever takes a sign-in out decides alone what becomes of its answer. */
    private final Map<BrowserTab, WaitingSignIn> byTab = new HashMap<>();

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService keeper;

    WaitingSignIns(UncollectedRefusals refusals) {
        this(refusals, System::nanoTime);
        var unused = keeper.scheduleWithFixedDelay(
                this::dropUnasked, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param clock nanoseconds that only grow; nothing is given up by itself */
    WaitingSignIns(UncollectedRefusals refusals, LongSupplier clock) {
        this.refusals = refusals;
        this.clock = clock;
        this.threads = new ThreadPoolExecutor(
                0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "jumpcloud-sign-in"));
        this.keeper = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "jumpcloud-sign-in-keeper"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks a question apart from this thread. Whatever waited in this tab is given up.
     *
     * @return empty where too many wait already, all together or for this user
     */
    synchronized Optional<WaitingSignIn> begin(BrowserTab tab, Applicant applicant, Supplier<SignInAnswer> question) {
        giveUp(tab);
        if (!applicant.code() && !hasPlaceForPush(applicant.userId())) {
            return Optional.empty();
        }
        try {
            Callable<SignInAnswer> work = question::get;
            WaitingSignIn signIn = new WaitingSignIn(applicant, threads.submit(work), clock.getAsLong());
            byTab.put(tab, signIn);
            return Optional.of(signIn);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    private boolean hasPlaceForPush(String userId) {
        List<String> pushes = byTab.values().stream()
                .filter(other -> !other.isAnswered() && !other.applicant().code())
                .map(other -> other.applicant().userId())
                .toList();
        return pushes.size() < MOST_PUSHES && Collections.frequency(pushes, userId) < MOST_OF_USER;
    }

    /** What waits in this tab, if it is what the browser waits for; notes that it was asked about. */
    synchronized Optional<WaitingSignIn> find(BrowserTab tab, String id) {
        Optional<WaitingSignIn> found =
                Optional.ofNullable(byTab.get(tab)).filter(signIn -> signIn.id().equals(id));
        found.ifPresent(signIn -> signIn.asked(clock.getAsLong()));
        return found;
    }

    /** How long the browser is to wait before it asks again: whole seconds, fewer while the answer is likely, more the more of them wait. */
    synchronized Duration pause(WaitingSignIn signIn) {
        Duration wanted = signIn.isNew(clock.getAsLong(), SOON) ? SHORT_PAUSE : LONG_PAUSE;
        Duration bearable = Duration.ofSeconds(byTab.size() / ASKED_A_SECOND);
        return wanted.compareTo(bearable) < 0 ? bearable : wanted;
    }

    /**
     * Takes a sign-in out for its answer to be settled.
     *
     * @return false where it is not there any more: somebody else has settled it or given it up
     */
    synchronized boolean collect(BrowserTab tab, WaitingSignIn signIn) {
        return byTab.remove(tab, signIn);
    }

    /** Forgets what waits in this tab and breaks it off. */
    synchronized void giveUp(BrowserTab tab) {
        WaitingSignIn former = byTab.remove(tab);
        if (former != null) {
            end(former);
        }
    }

    /** Gives up what nobody asks about any more. A refusal is not kept for long: it is to be counted soon. */
    synchronized void dropUnasked() {
        long now = clock.getAsLong();
        byTab.values().removeIf(signIn -> {
            boolean kept = signIn.isAnswered() && !signIn.isRefused();
            boolean dropped = signIn.isUnaskedFor(now, kept ? ANSWER_KEPT : UNASKED);
            if (dropped) {
                end(signIn);
            }
            return dropped;
        });
    }

    /** Of a question that is broken off nothing is known; a refusal counts although nobody has come for it. */
    private void end(WaitingSignIn signIn) {
        if (!signIn.cancel() && signIn.isRefused() && !keeper.isShutdown()) {
            // Apart from the caller, who may have a transaction and has the lock.
            keeper.execute(() -> refusals.count(signIn.applicant()));
        }
    }

    synchronized int size() {
        return byTab.size();
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        threads.shutdownNow();
    }
}
