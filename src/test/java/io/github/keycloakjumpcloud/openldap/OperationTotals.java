package io.github.keycloakjumpcloud.openldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;

/** What a server has done since its start, from its own {@code cn=Monitor}; a page of a paged search is a search. */
public record OperationTotals(long connections, long binds, long searches, long entries) {

    static OperationTotals read(LDAPConnection connection) throws LDAPException {
        return new OperationTotals(
                number(connection, "cn=Total,cn=Connections", "monitorCounter"),
                number(connection, "cn=Bind,cn=Operations", "monitorOpInitiated"),
                number(connection, "cn=Search,cn=Operations", "monitorOpInitiated"),
                number(connection, "cn=Entries,cn=Statistics", "monitorCounter"));
    }

    private static long number(LDAPConnection connection, String entry, String attribute) throws LDAPException {
        SearchResultEntry found = connection.getEntry(entry + ",cn=Monitor", attribute);
        return found.getAttributeValueAsLong(attribute);
    }

    /** Without what it takes to read them: a connection, a bind, four searches with one entry each. */
    public OperationTotals since(OperationTotals earlier) {
        return new OperationTotals(
                connections - earlier.connections - 1,
                binds - earlier.binds - 1,
                searches - earlier.searches - 4,
                entries - earlier.entries - 4);
    }

    /** Requests that a client waited for an answer to. */
    public long operations() {
        return binds + searches;
    }
}
