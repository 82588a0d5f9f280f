package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.DisconnectType;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, whatever the server sends. An answer that makes no sense is thrown with DECODING_ERROR: it is an answer all the same, and
 * a request that was answered is not repeated as one whose connection was lost.
 */
final class Exchange {

    private Exchange() {}

    static <T> T over(LDAPConnection connection, Call<T> call) throws LDAPException {
        try {
            return call.send();
        } catch (ClassCastException e) {
            // The library takes it for granted that a bind is answered with a bind's result, and so on.
            throw new LDAPException(ResultCode.DECODING_ERROR, "an answer to another kind of request", e);
        } catch (LDAPException e) {
            String nonsense = ResultCodes.connectionLost(e) ? nonsense(connection) : null;
            if (nonsense == null) {
                throw e;
            }
            throw new LDAPException(ResultCode.DECODING_ERROR, nonsense, e);
        }
    }

    /** What the server sent that no client can take, if that is why the library closed the connection. */
    private static @Nullable String nonsense(LDAPConnection connection) {
        DisconnectType type = connection.getDisconnectType();
        Throwable cause = connection.getDisconnectCause();
        if (type == DisconnectType.DECODE_ERROR || type == DisconnectType.LOCAL_ERROR) {
            return "no valid LDAP message";
        }
        return cause instanceof UnacceptableMessageException ? cause.getMessage() : null;
    }

    /** Sends a request and waits for its answer. */
    @FunctionalInterface
    interface Call<T> {
        T send() throws LDAPException;
    }
}
