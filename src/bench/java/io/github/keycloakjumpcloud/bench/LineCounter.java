package io.github.keycloakjumpcloud.bench;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what comes over the connections of a line. A client that sends after the server has sent has begun another round trip. Thread-safe. */
final class LineCounter {

    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong there = new AtomicLong();
    private final AtomicLong back = new AtomicLong();

    LineTraffic soFar() {
        return new LineTraffic(turns.get(), there.get(), back.get());
    }

    Connection connection() {
        return new Connection();
    }

    /** One connection; each direction is told by one thread. */
    final class Connection {

        private final AtomicBoolean answered = new AtomicBoolean(true);

        void there(int bytes) {
            there.addAndGet(bytes);
            if (answered.getAndSet(false)) {
                turns.incrementAndGet();
            }
        }

        void back(int bytes) {
            back.addAndGet(bytes);
            answered.set(true);
        }
    }
}
