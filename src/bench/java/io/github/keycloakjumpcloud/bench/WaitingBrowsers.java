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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** People who have typed their password and not yet looked at their phones; their browsers ask as often as the page tells them to. */
final class WaitingBrowsers implements AutoCloseable {

    private static final int AT_ONCE = 6;

    /** So often that a server is as used to it as one that has run for days. */
    private static final int WARM_UP = 10;

    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(AT_ONCE);
    private final List<PlainBrowser> browsers;
    private final AtomicBoolean answered = new AtomicBoolean();

    private WaitingBrowsers(List<PlainBrowser> browsers) {
        this.browsers = browsers;
    }

    /** Returns as soon as all of them wait. */
    static WaitingBrowsers open(RealmApi realm, People people, int first, int number) {
        List<PlainBrowser> browsers = all(IntStream.range(first, first + number)
                .<Callable<PlainBrowser>>mapToObj(
                        person -> () -> waiting(realm, people.name(person), people.password(person)))
                .toList());
        WaitingBrowsers all = new WaitingBrowsers(browsers);
        all.warmUp();
        all.ask();
        return all;
    }

    private void warmUp() {
        all(browsers.stream()
                .<Callable<PlainBrowser>>map(browser -> () -> {
                    for (int i = 0; i < WARM_UP; i++) {
                        browser.askAgain();
                    }
                    return browser;
                })
                .toList());
    }

    /** Not all in the same moment. */
    private void ask() {
        for (int i = 0; i < browsers.size(); i++) {
            PlainBrowser browser = browsers.get(i);
            long pause = browser.pause().toMillis();
            var unused = hands.schedule(() -> askForEver(browser), pause * i / browsers.size(), TimeUnit.MILLISECONDS);
        }
    }

    private void askForEver(PlainBrowser browser) {
        try {
            browser.askAgain();
            var unused =
                    hands.schedule(() -> askForEver(browser), browser.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException | AssertionError e) {
            answered.set(true);
        }
    }

    /** Whether none of them has got an answer: a browser that has one cannot ask again. */
    boolean allWait() {
        return !answered.get();
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
