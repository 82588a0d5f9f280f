package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;

/** Takes the steps of an inspection: times each, makes a look of whatever comes of it, and begins none when the time is up. */
final class Steps {

    private final Duration whole;
    private final Duration each;
    private final Deadline deadline;

    /**
     * Starts the clock.
     *
     * @param whole for all steps; the last one may take longer by what it waits for an answer
     * @param each longest wait for one answer
     */
    Steps(Duration whole, Duration each) {
        this.whole = whole;
        this.each = each;
        this.deadline = Deadline.in(whole);
    }

    Deadline deadline() {
        return deadline;
    }

    Duration eachAnswer() {
        return each;
    }

    /** Longest wait for the first of many entries, which may take a server much longer than a look-up. */
    Duration firstOfMany() {
        return Duration.ofMillis(deadline.millisWithin(whole));
    }

    /** Why no further step is taken. */
    Problem timeIsUp() {
        return Problem.of(Problem.Kind.TIMEOUT, Long.toString(whole.toMillis()));
    }

    /** Takes a step. */
    <T> Look<T> take(ServerAddress server, Step<T> step) {
        if (deadline.isOver()) {
            return new Look.Failed<>(timeIsUp(), Duration.ZERO);
        }
        long start = System.nanoTime();
        try {
            T seen = step.take();
            return new Look.Seen<>(seen, Duration.ofNanos(System.nanoTime() - start));
        } catch (LdapFailure e) {
            return new Look.Failed<>(e.problem(), Duration.ofNanos(System.nanoTime() - start));
        } catch (LDAPException e) {
            Problem problem = ResultCodes.problem(e, server.toString(), each.toMillis());
            return new Look.Failed<>(problem, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Takes a step that makes sense only if the one before it saw something. */
    <T> Look<T> after(Look<?> before, ServerAddress server, Step<T> step) {
        return before instanceof Look.Seen ? take(server, step) : new Look.Skipped<>();
    }

    /** Looks at something. */
    @FunctionalInterface
    interface Step<T> {
        T take() throws LdapFailure, LDAPException;
    }
}
