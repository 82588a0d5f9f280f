package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.store.KeptPassword;
import io.github.keycloakjumpcloud.store.KeptPasswords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sign-ins while JumpCloud cannot be asked (setting {@code outageLoginHours}): the password of a good sign-in is kept as a slow hash and accepted for
 * so many hours, but only while nobody can ask and never after a refusal, which erases it. Belongs to one request.
 */
public final class OutageLogin {

    private static final Logger LOG = Logger.getLogger(OutageLogin.class);

    /** A good sign-in moves the end by at least this part of the whole time, or not at all: not every one writes. */
    private static final int PARTS = 10;

    /** An end further away than this beyond the whole time was written by a clock that was ahead, or when the time was longer. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Duration life;
    private final boolean enabled;
    private final KeptPasswords kept;
    private final SlowHashing hashing;
    private final SignInMemory memory;
    private final Clock clock;

    /**
     * @param life how long a password is kept; zero keeps none and asks for none
     * @param enabled whether Keycloak lets the user in at all; of one that is disabled nothing is kept, but a refusal erases all the same
     */
    public OutageLogin(
            Duration life, boolean enabled, KeptPasswords kept, SlowHashing hashing, SignInMemory memory, Clock clock) {
        this.life = life;
        this.enabled = enabled;
        this.kept = kept;
        this.hashing = hashing;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Learns from an answer, and may replace one that could not be reached.
     *
     * @param password what was typed
     */
    public Verdict review(KnownUser user, String password, SignInAnswer answer) {
        Verdict verdict = answer.verdict();
        if (life.isZero() || password.isEmpty()) {
            return verdict;
        }
        if (verdict instanceof Verdict.Unavailable unavailable) {
            return enabled ? consult(user, password, unavailable) : unavailable;
        }
        // A password that must be changed, or has expired, is not one to come back with.
        boolean good = verdict instanceof Verdict.Accepted accepted && accepted.state() == AccountState.NOT_TOLD;
        try {
            if (!good) {
                memory.refused(user.keycloakId());
                kept.forget(user.keycloakId());
            } else if (enabled) {
                keep(user.keycloakId(), password);
                if (memory.isRefusedSince(user.keycloakId(), answer.begun())) {
                    // While the hash was made; whoever was refused found nothing to erase yet.
                    kept.forget(user.keycloakId());
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "What is kept of %s for outages could not be %s", user.dn(), good ? "renewed" : "erased");
        }
        return verdict;
    }

    private Verdict consult(KnownUser user, String password, Verdict.Unavailable unavailable) {
        if (user.departed() || !unavailable.problem().isOutage()) {
            return unavailable;
        }
        KeptPassword present =
                kept.find(user.keycloakId()).filter(this::isOfUse).orElse(null);
        if (present == null) {
            return unavailable;
        }
        // Always by the hash itself: the digest in memory is too short to let anybody in.
        return hashing.matches(password, present.hash())
                ? new Verdict.AcceptedUnasked(unavailable.problem(), present.until())
                : new Verdict.RefusedUnasked(unavailable.problem());
    }

    private void keep(String keycloakId, String password) {
        HashedPasswords hashed = memory.hashedPasswords();
        Instant until = clock.instant().plus(life);
        Optional<KeptPassword> same =
                kept.find(keycloakId).filter(this::isOfUse).filter(present -> isOf(keycloakId, password, present));
        if (same.isEmpty()) {
            String hashId = UUID.randomUUID().toString();
            kept.keep(keycloakId, new KeptPassword(hashId, hashing.hash(password), until));
            hashed.note(keycloakId, hashId, password);
        } else if (same.get().until().isBefore(until.minus(life.dividedBy(PARTS)))) {
            kept.extend(keycloakId, same.get().hashId(), until);
        }
    }

    private boolean isOf(String keycloakId, String password, KeptPassword present) {
        HashedPasswords hashed = memory.hashedPasswords();
        Optional<Boolean> remembered = hashed.isOf(keycloakId, present.hashId(), password);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        boolean same = hashing.matches(password, present.hash());
        if (same) {
            hashed.note(keycloakId, present.hashId(), password);
        }
        return same;
    }

    private boolean isOfUse(KeptPassword present) {
        Instant now = clock.instant();
        return now.isBefore(present.until())
                && !present.until().isAfter(now.plus(life).plus(SKEW));
    }
}
