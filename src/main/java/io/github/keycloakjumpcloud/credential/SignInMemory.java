package io.github.keycloakjumpcloud.credential;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What one node remembers of the sign-ins through one provider; nothing of it is stored, and all of it may be lost at any time. Thread-safe.
 */
public final class SignInMemory {

    /** After a refusal a user's DN is looked up at most so often. */
    static final Duration LOOKED_UP = Duration.ofSeconds(60);

    /** What was seen longer ago than this is seen again before it is written. */
    private static final Duration STALE = Duration.ofSeconds(5);

    /** Longer than a bind and the hashing after it take. */
    private static final Duration LONGEST_SIGN_IN = Duration.ofMinutes(5);

    private static final int MOST_USERS = 100_000;

    /** Longer than any setting, so that the age can be compared with it. */
    private static final Duration REFRESH_LIFE = Duration.ofDays(31);

    private final LongSupplier clock;
    private final ExpiringMap<String, Long> refreshed;
    private final ExpiringMap<String, Boolean> lookedUp;
    private final Set<String> refreshing = ConcurrentHashMap.newKeySet();
    private final ExpiringMap<String, Long> refusals;
    private final RefusedPasswords refusedPasswords;
    private final UnknownNames unknownNames;
    private final HashedPasswords hashedPasswords;

    public SignInMemory() {
        this(System::nanoTime);
    }

    SignInMemory(LongSupplier clock) {
        this.clock = clock;
        this.refreshed = new ExpiringMap<>(REFRESH_LIFE, MOST_USERS, clock);
        this.lookedUp = new ExpiringMap<>(LOOKED_UP, MOST_USERS, clock);
        this.refusals = new ExpiringMap<>(LONGEST_SIGN_IN, MOST_USERS, clock);
        this.refusedPasswords = new RefusedPasswords(clock);
        this.unknownNames = new UnknownNames(clock);
        this.hashedPasswords = new HashedPasswords(clock);
    }

    /** Whether what was seen then is too old to be written. */
    boolean isStale(long seen) {
        return clock.getAsLong() - seen >= STALE.toNanos();
    }

    /** Whether an answer has waited for its request for so long that what was seen of the user is not to be written. */
    public boolean isStale(SignInAnswer answer) {
        return isStale(answer.ended());
    }

    /** Notes that JumpCloud has just refused the user. */
    void refused(String keycloakId) {
        refusals.put(keycloakId, clock.getAsLong());
    }

    /** Whether JumpCloud has refused the user since then, as far as this node knows. */
    boolean isRefusedSince(String keycloakId, long begun) {
        return refusals.get(keycloakId).filter(when -> when - begun >= 0).isPresent();
    }

    /** Nanoseconds that only grow. */
    long now() {
        return clock.getAsLong();
    }

    /** Names that JumpCloud has lately not known. */
    public UnknownNames unknownNames() {
        return unknownNames;
    }

    RefusedPasswords refusedPasswords() {
        return refusedPasswords;
    }

    HashedPasswords hashedPasswords() {
        return hashedPasswords;
    }

    /** How much is left of this time since the user was brought up to date; zero where nothing is. */
    Duration freshFor(String keycloakId, Duration age) {
        return refreshed
                .get(keycloakId)
                .map(since -> age.minusNanos(clock.getAsLong() - since))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Notes that the user has just been read and brought up to date. */
    public void refreshed(String keycloakId) {
        refreshed.put(keycloakId, clock.getAsLong());
        lookedUp.put(keycloakId, true);
    }

    /** Whether the caller is the one who brings the user up to date now; he ends it. */
    public boolean beginRefresh(String keycloakId) {
        return refreshing.add(keycloakId);
    }

    /** Lets the next one begin. */
    public void endRefresh(String keycloakId) {
        refreshing.remove(keycloakId);
    }

    /** Whether the user's entry was seen at his DN within the last minute. */
    boolean isLookedUp(KnownUser user) {
        return lookedUp.get(user.keycloakId()).isPresent();
    }

    /** Notes that the user's entry has just been seen at his DN. */
    void lookedUp(KnownUser user) {
        lookedUp.put(user.keycloakId(), true);
    }
}
