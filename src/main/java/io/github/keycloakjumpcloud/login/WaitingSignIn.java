package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** The answer, which must be there; what the question threw comes as it is. */
    SignInAnswer answer() {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The question about a sign-in failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Breaks the question off, with the connection that it waits on. */
    void cancel() {
        answer.cancel(true);
    }
}
