package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;

/** Short ways to talk to a stand-in. */
final class Ldap {

    private static final int PATIENCE_MILLIS = 5_000;

    private Ldap() {}

    static LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(PATIENCE_MILLIS);
        options.setResponseTimeoutMillis(PATIENCE_MILLIS);
        options.setAbandonOnTimeout(false);
        return options;
    }

    static LDAPConnection plain(JumpCloudStandIn standIn) throws LDAPException {
        return new LDAPConnection(options(), "localhost", standIn.ldapPort());
    }

    static LDAPConnection tls(JumpCloudStandIn standIn, int port) throws LDAPException {
        var sockets = standIn.certificates().authority().clientContext().getSocketFactory();
        return new LDAPConnection(sockets, options(), "localhost", port);
    }

    static LDAPConnection as(JumpCloudStandIn standIn, String uid) throws LDAPException {
        LDAPConnection connection = plain(standIn);
        connection.bind(standIn.directory().dnOf(uid), standIn.passwordOf(uid));
        return connection;
    }

    static LDAPConnection asReader(JumpCloudStandIn standIn) throws LDAPException {
        return as(standIn, standIn.readerName());
    }

    static SearchResult search(LDAPConnection connection, String base, String filter, String... attributes)
            throws LDAPException {
        return connection.search(base, SearchScope.SUB, Filter.create(filter), attributes);
    }

    /** The result code of an operation that may throw. */
    static int code(Call call) {
        try {
            return call.run().getResultCode().intValue();
        } catch (LDAPException e) {
            return e.getResultCode().intValue();
        }
    }

    interface Call {
        LDAPResult run() throws LDAPException;
    }
}
