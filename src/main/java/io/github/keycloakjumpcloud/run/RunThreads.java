package io.github.keycloakjumpcloud.run;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with the class loader of the thread that made this factory, Keycloak's own: new threads would inherit one by chance. */
final class RunThreads implements ThreadFactory {

    private final AtomicInteger made = new AtomicInteger();
    private final String prefix;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    RunThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, prefix + made.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }
}
