package io.github.keycloakjumpcloud.bench;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.net.URI;
import java.security.GeneralSecurityException;

/** What a program waits for that does nothing but read: one connection, one search for users and one for groups, unpaged. */
record BareRead(int users, int groups, double seconds) {

    /** What this project asks for, with its default settings. */
    private static final String[] USER_ATTRIBUTES = {
        "uid",
        "mail",
        "givenName",
        "sn",
        "cn",
        "entryUUID",
        "uidNumber",
        "memberOf",
        "objectClass",
        "displayName",
        "initials",
        "description",
        "company",
        "businessCategory",
        "departmentNumber",
        "employeeNumber",
        "employeeType",
        "title",
        "physicalDeliveryOfficeName",
        "telephoneNumber",
        "mobile",
        "homePhone",
        "facsimileTelephoneNumber",
        "pager",
        "l",
        "postOfficeBox",
        "postalCode",
    };

    static BareRead of(String ldapsUrl) {
        URI url = URI.create(ldapsUrl);
        long start = System.nanoTime();
        try (LDAPConnection connection = new LDAPConnection(
                new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(), url.getHost(), url.getPort())) {
            connection.bind(CompanyLdif.READER_DN, CompanyLdif.READER_PASSWORD);
            int users = count(connection, "(objectClass=inetOrgPerson)", USER_ATTRIBUTES);
            int groups = count(connection, "(objectClass=groupOfNames)", "cn");
            return new BareRead(users, groups, (System.nanoTime() - start) / 1e9);
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException("The directory cannot be read", e);
        }
    }

    private static int count(LDAPConnection connection, String filter, String... attributes) throws LDAPException {
        SearchRequest request = new SearchRequest(
                CompanyLdif.USERS_DN, SearchScope.SUB, DereferencePolicy.NEVER, 0, 0, false, filter, attributes);
        return connection.search(request).getEntryCount();
    }
}
