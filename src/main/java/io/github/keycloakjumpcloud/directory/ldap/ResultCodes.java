package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import io.github.keycloakjumpcloud.directory.Problem;
import org.jspecify.annotations.Nullable;

/** What LDAP result codes (RFC 4511, appendix A; from 80 on the library's own) mean here. */
final class ResultCodes {

    private static final int LONGEST_MESSAGE = 200;

    private ResultCodes() {}

    /** Whether the connection went away before the request was answered, so that the request may be sent once more. */
    static boolean connectionLost(LDAPException e) {
        return e.getResultCode().equals(ResultCode.SERVER_DOWN);
    }

    static boolean timedOut(LDAPException e) {
        return e.getResultCode().equals(ResultCode.TIMEOUT);
    }

    /** Whether the server says that it can do nothing at the moment. */
    static boolean notNow(LDAPException e) {
        return e.getResultCode().equals(ResultCode.BUSY) || e.getResultCode().equals(ResultCode.UNAVAILABLE);
    }

    /**
     * Whether the server gave no answer, or one that says that it can do nothing at the moment, so that others are asked first. An answer that is too large
     * or makes no sense may be due to one entry, and an interrupt to somebody here.
     */
    static boolean saysNothing(LDAPException e) {
        return notNow(e) || timedOut(e) || e.getResultCode().equals(ResultCode.CONNECT_ERROR);
    }

    /**
     * What to tell about a request that failed on an open connection.
     *
     * @param server the server that was asked
     * @param waitedMillis the longest wait for its answer
     */
    static Problem problem(LDAPException e, String server, long waitedMillis) {
        ResultCode code = e.getResultCode();
        if (code.equals(ResultCode.TIMEOUT) || code.equals(ResultCode.TIME_LIMIT_EXCEEDED)) {
            return Problem.of(Problem.Kind.TIMEOUT, Long.toString(waitedMillis));
        }
        if (code.equals(ResultCode.SERVER_DOWN) || code.equals(ResultCode.CONNECT_ERROR)) {
            return Problem.of(Problem.Kind.UNREACHABLE, server, "connection closed");
        }
        if (code.equals(ResultCode.DECODING_ERROR)) {
            return Problem.of(Problem.Kind.BROKEN_ANSWER, server, words(e.getMessage()));
        }
        if (code.equals(ResultCode.NO_MEMORY)) {
            return Problem.of(Problem.Kind.TOO_MUCH, server);
        }
        // The library's own codes come with messages that quote the request, so only a server's message is passed on.
        return code.isClientSideResultCode() ? serverError(code, "") : serverError(code, e.getDiagnosticMessage());
    }

    /** What to tell about an answer that is neither success nor anything that has a name of its own. */
    static Problem problem(LDAPResult result) {
        return serverError(result.getResultCode(), result.getDiagnosticMessage());
    }

    /** An answer that refers to another server. Referrals are not followed: the reader's password is meant for the configured servers only. */
    static Problem referral() {
        return serverError(ResultCode.REFERRAL, "");
    }

    /** What a server says, at a length that fits a log line. */
    static String words(@Nullable String message) {
        String text = message == null ? "" : message.strip();
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }

    private static Problem serverError(ResultCode code, @Nullable String message) {
        return Problem.of(Problem.Kind.SERVER_ERROR, code.intValue() + " " + code.getName(), words(message));
    }
}
