package io.github.keycloakjumpcloud.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Changes of groups that are under way to LDAP, as in JumpCloud's incidents of 2026, when users appeared hours before their groups. */
final class DelayedChanges {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Behaviour behaviour;

    DelayedChanges(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Makes the change now or keeps it, as switched. */
    void make(Runnable change) {
        if (behaviour.groupsDelayed) {
            synchronized (waiting) {
                waiting.addLast(change);
            }
        } else {
            change.run();
        }
    }

    void release() {
        Runnable change;
        while ((change = next()) != null) {
            change.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            return waiting.pollFirst();
        }
    }
}
