package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Problem;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets only so many threads wait for people at a time and turns the others away at once, so that there are threads left for everybody else. Thread-safe. */
public final class Bulkhead {

    private final int places;
    private final Semaphore free;

    public Bulkhead(int places) {
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Asks on this thread, or answers {@link Verdict.Unavailable} where no place is free. */
    public SignInAnswer ask(Supplier<SignInAnswer> question) {
        if (!free.tryAcquire()) {
            Problem full = Problem.of(Problem.Kind.WAITING_SIGN_INS, Integer.toString(places));
            return new SignInAnswer(new Verdict.Unavailable(full), null);
        }
        try {
            return question.get();
        } finally {
            free.release();
        }
    }
}
