package io.github.keycloakjumpcloud.directory.ldap;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Named threads that do not keep the server from stopping. */
final class DaemonThreads implements ThreadFactory {

    private final String purpose;
    private final AtomicInteger count = new AtomicInteger();

    DaemonThreads(String purpose) {
        this.purpose = purpose;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "jumpcloud-ldap-" + purpose + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
