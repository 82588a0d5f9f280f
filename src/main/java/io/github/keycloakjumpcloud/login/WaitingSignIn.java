package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A sign-in that waits for JumpCloud's answer, apart from any request. Thread-safe. */
final class WaitingSignIn {

    private final String id = UUID.randomUUID().toString();
    private final Applicant applicant;
    private final Future<SignInAnswer> answer;
    private final long since;
    private volatile long askedAt;

    /** @param now nanoseconds that only grow */
    WaitingSignIn(Applicant applicant, Future<SignInAnswer> answer, long now) {
        this.applicant = applicant;
        this.answer = answer;
        this.since = now;
        this.askedAt = now;
    }

    /** Tells this sign-in from earlier ones in the same tab. */
    String id() {
        return id;
    }

    Applicant applicant() {
        return applicant;
    }

    /** Notes that the browser still wants to know. */
    void asked(long now) {
        askedAt = now;
    }

    boolean isNew(long now, Duration age) {
        return now - since < age.toNanos();
    }

    boolean isUnaskedFor(long now, Duration time) {
        return now - askedAt >= time.toNanos();
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /** Whether the answer is there, now or within this time. */
    boolean isAnsweredWithin(Duration patience) {
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            // Cancelled by a second click, which waits in its place.
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    /** The answer; empty where none is there, the question failed or was broken off. */
    Optional<SignInAnswer> answer() {
        try {
            return answer.isDone() ? Optional.of(answer.get()) : Optional.empty();
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What the question threw; {@code null} where it threw nothing. */
    @Nullable
    Throwable failure() {
        try {
            if (answer.isDone()) {
                answer.get();
            }
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** Whether JumpCloud has said no. */
    boolean isRefused() {
        return answer().map(SignInAnswer::verdict)
                .filter(Verdict.Refused.class::isInstance)
                .isPresent();
    }

    /**
     * Breaks the question off, with the connection that it waits on.
     *
     * @return whether there was something to break off; an answer that came before stays
     */
    boolean cancel() {
        return answer.cancel(true);
    }
}
