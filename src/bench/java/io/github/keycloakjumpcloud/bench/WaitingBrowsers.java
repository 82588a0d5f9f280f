package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SecondFactorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** People who have typed their password and not yet looked at their phones; their browsers ask every few seconds, as the page tells them to. */
final class WaitingBrowsers implements AutoCloseable {

    private static final int AT_ONCE = 6;

    /** What the page asks for once somebody has waited for a while. */
    private static final int INTERVAL_SECONDS = 5;

    private final ScheduledExecutorService hands;
    private final List<Future<?>> asking;

    private WaitingBrowsers(ScheduledExecutorService hands, List<Future<?>> asking) {
        this.hands = hands;
        this.asking = asking;
    }

    /** Returns as soon as all of them wait. */
    static WaitingBrowsers open(RealmApi realm, People people, int first, int number) {
        List<PlainBrowser> browsers = all(IntStream.range(first, first + number)
                .<Callable<PlainBrowser>>mapToObj(
                        person -> () -> waiting(realm, people.name(person), people.password(person)))
                .toList());
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(AT_ONCE);
        List<Future<?>> asking = new ArrayList<>();
        for (int i = 0; i < browsers.size(); i++) {
            PlainBrowser browser = browsers.get(i);
            long millis = INTERVAL_SECONDS * 1_000L;
            asking.add(hands.scheduleAtFixedRate(
                    browser::askAgain, millis * i / browsers.size(), millis, TimeUnit.MILLISECONDS));
        }
        return new WaitingBrowsers(hands, asking);
    }

    /** Whether none of them has got an answer: a browser that has one cannot ask again. */
    boolean allWait() {
        return asking.stream().noneMatch(Future::isDone);
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }

    private static PlainBrowser waiting(RealmApi realm, String username, String password) {
        PlainBrowser browser = SecondFactorForm.submit(PlainBrowser.open(realm), username, password, "");
        if (!browser.isAskedAgain()) {
            throw new IllegalStateException(username + " does not wait: " + browser.page());
        }
        return browser;
    }

    private static List<PlainBrowser> all(List<Callable<PlainBrowser>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<PlainBrowser> done = new ArrayList<>();
            for (Future<PlainBrowser> task : threads.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
