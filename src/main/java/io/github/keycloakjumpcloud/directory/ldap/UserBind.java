package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import org.jspecify.annotations.Nullable;

/** Judges a user's password by one bind, which another thread may break off. */
final class UserBind implements LinkPool.Request<BindOutcome> {

    private final String dn;
    private final String password;
    private final long limitMillis;
    private @Nullable Thread asking;
    private boolean brokenOff;

    UserBind(String dn, String password, long limitMillis) {
        this.dn = dn;
        this.password = password;
        this.limitMillis = limitMillis;
    }

    @Override
    public BindOutcome send(Link link) throws LDAPException {
        SimpleBindRequest request = new SimpleBindRequest(dn, new ForgettingPassword(password));
        request.setResponseTimeoutMillis(limitMillis);
        begin();
        try {
            link.connection().bind(request);
            return new BindOutcome.Accepted();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return new BindOutcome.InvalidCredentials();
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

    private synchronized void end() {
        asking = null;
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
