package io.github.keycloakjumpcloud.bench;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.net.URI;
import java.security.GeneralSecurityException;

/** What a program waits for that does nothing but bind: one connection for each user, open already. */
record BareBind(LDAPConnection connection) implements Load.Client {

    static BareBind open(String ldapsUrl) {
        URI url = URI.create(ldapsUrl);
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        try {
            BareBind bind = new BareBind(new LDAPConnection(
                    new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(),
                    options,
                    url.getHost(),
                    url.getPort()));
            // A connection's first request pays for its handshake as well.
            bind.signIn(new Credentials(CompanyLdif.READER, CompanyLdif.READER_PASSWORD));
            return bind;
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException("The directory cannot be reached", e);
        }
    }

    @Override
    public boolean signIn(Credentials credentials) {
        try {
            return connection
                    .bind("uid=" + credentials.username() + "," + CompanyLdif.USERS_DN, credentials.password())
                    .getResultCode()
                    .equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            return false;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
