package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Judges a user's password by one bind, which another thread may break off. */
final class UserBind implements LinkPool.Request<BindOutcome> {

    /** Less than it takes to look at a code, more than the news of a closed connection takes. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final String dn;
    private final String password;
    private final BindTerms terms;
    private final Runnable whileWaiting;
    private volatile boolean hurried;
    private volatile @Nullable String server;
    private @Nullable Thread asking;
    private long sentAt;
    private @Nullable Duration waited;
    private boolean brokenOff;

    /**
     * Prepares a bind.
     *
     * @param whileWaiting done once the connection is taken
     */
    UserBind(String dn, String password, BindTerms terms, Runnable whileWaiting) {
        this.dn = dn;
        this.password = password;
        this.terms = terms;
        this.whileWaiting = whileWaiting;
    }

    /**
     * Lets a bind end that has waited here for so long that the server would get too little time for an answer.
     *
     * @throws LdapFailure BUSY
     */
    void requireTime() throws LdapFailure {
        if (terms.deadline().leavesLessThan(terms.limit().dividedBy(2))) {
            throw new LdapFailure(Problem.of(Problem.Kind.BUSY, Integer.toString(terms.most())));
        }
    }

    /** The server that the bind was last sent to, if it was sent. */
    @Nullable
    String server() {
        return server;
    }

    /** A connection that was closed while nobody used it is lost at once; later the bind has been seen, and a code is used up or a push sent. */
    @Override
    public boolean mayRepeat(boolean kept, Duration waited) {
        return !terms.deadline().isOver() && (!terms.secondFactor() || (kept && waited.compareTo(AT_ONCE) < 0));
    }

    /** Whoever says so may have used the code up. */
    @Override
    public boolean mayTurnElsewhere() {
        return !terms.deadline().isOver() && !terms.secondFactor();
    }

    /** Where a bind waits for a person, the {@link Vigil} alone judges the server. */
    @Override
    public boolean silenceTells() {
        return !hurried && !terms.secondFactor();
    }

    @Override
    public BindOutcome send(Link link) throws LDAPException, LdapFailure {
        requireTime();
        server = link.server().toString();
        hurried = terms.deadline().leavesLessThan(terms.limit());
        SimpleBindRequest request =
                new SimpleBindRequest(dn, new ForgettingPassword(password), PasswordPolicyAnswer.request());
        request.setResponseTimeoutMillis(terms.deadline().millisWithin(terms.limit()));
        begin();
        whileWaiting.run();
        sent();
        try {
            BindResult answer =
                    Exchange.over(link.connection(), () -> link.connection().bind(request));
            return new BindOutcome.Accepted(PasswordPolicyAnswer.of(answer));
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return new BindOutcome.InvalidCredentials(
                        PasswordPolicyAnswer.of(e.toLDAPResult()), words(e), waited());
            }
            if (isBrokenOff()) {
                // The answer may still come, and must not be taken for that to another question. A bind cannot be
                // abandoned otherwise (RFC 4511, section 4.11).
                link.discard();
                // Not as a lost connection, which would have the question asked once more.
                throw givenUp();
            }
            throw e;
        } finally {
            end();
        }
    }

    /** A server that repeats the password is not quoted. */
    private String words(LDAPException refusal) {
        String message = refusal.getDiagnosticMessage();
        return message != null && message.contains(password) ? "" : ResultCodes.words(message);
    }

    /**
     * Ends the wait for the answer by an interrupt: the connection itself belongs to a thread of the library's, and closing it under TLS waits for what is
     * being read.
     */
    synchronized void breakOff() {
        brokenOff = true;
        if (asking != null) {
            asking.interrupt();
        }
    }

    private synchronized void begin() throws LDAPException {
        if (brokenOff) {
            throw givenUp();
        }
        asking = Thread.currentThread();
    }

    private synchronized void sent() {
        waited = null;
        sentAt = System.nanoTime();
    }

    /** From the last sending to the answer, or until now; zero before. */
    synchronized Duration waited() {
        if (sentAt == 0) {
            return Duration.ZERO;
        }
        return waited == null ? Duration.ofNanos(System.nanoTime() - sentAt) : waited;
    }

    private synchronized void end() {
        asking = null;
        waited = waited();
        if (brokenOff) {
            // Meant for this bind, not for what the thread does next.
            var unused = Thread.interrupted();
        }
    }

    private synchronized boolean isBrokenOff() {
        return brokenOff;
    }

    private static LDAPException givenUp() {
        return new LDAPException(ResultCode.USER_CANCELED, "nobody waits for the answer any more");
    }
}
