package io.github.keycloakjumpcloud.standin;

import java.util.List;

/**
 * One operation as the server saw it; never holds a password. Strings that do not apply are empty.
 *
 * @param kind what was asked
 * @param connection the number of the connection, from 1
 * @param dn bind: the DN in the request; compare and writes: the target; else the DN that the connection was bound as ("" = anonymous)
 * @param base search base
 * @param scope search scope: {@code base}, {@code one}, {@code sub} or {@code subordinates}
 * @param filter search filter, as text
 * @param attributes requested attributes; for a compare the attribute compared
 * @param resultCode LDAP result code; -1 where there is no answer (unbind, abandon)
 * @param entries entries returned
 */
public record Operation(
        OperationKind kind,
        long connection,
        String dn,
        String base,
        String scope,
        String filter,
        List<String> attributes,
        int resultCode,
        int entries) {

    /** Copies the list. */
    public Operation {
        attributes = List.copyOf(attributes);
    }

    static Operation simple(OperationKind kind, long connection, String dn, int resultCode) {
        return new Operation(kind, connection, dn, "", "", "", List.of(), resultCode, 0);
    }
}
