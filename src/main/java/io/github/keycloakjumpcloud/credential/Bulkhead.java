package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only so many threads wait for answers at a time, and only so many of them for one user's, and turns the others away at once, so that there are
 * threads left for everybody else. Thread-safe.
 */
public final class Bulkhead {

    private final int places;
    private final int placesOfUser;
    private final Semaphore free;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * @param places how many threads may wait
     * @param placesOfUser how many of them for the same user
     */
    public Bulkhead(int places, int placesOfUser) {
        this.places = places;
        this.placesOfUser = placesOfUser;
        this.free = new Semaphore(places);
    }

    /** Asks on this thread, or answers {@link Verdict.Unavailable} where no place is free. */
    public SignInAnswer ask(String keycloakId, Supplier<SignInAnswer> question) {
        try {
            boolean user = taken.merge(keycloakId, 1, Integer::sum) <= placesOfUser;
            return user && free.tryAcquire() ? askAdmitted(question) : full();
        } finally {
            taken.computeIfPresent(keycloakId, (id, number) -> number == 1 ? null : number - 1);
        }
    }

    private SignInAnswer askAdmitted(Supplier<SignInAnswer> question) {
        try {
            return question.get();
        } finally {
            free.release();
        }
    }

    private SignInAnswer full() {
        return SignInAnswer.of(
                new Verdict.Unavailable(Problem.of(Problem.Kind.WAITING_SIGN_INS, Integer.toString(places))));
    }
}
