package io.github.keycloakjumpcloud.standin;

/**
 * How often each thing has happened since the start or the last {@link JumpCloudStandIn#resetCounts()}; a snapshot. Subtract an earlier one with
 * {@link #minus(OperationCounts)}. An operation is counted before its answer is sent, so a client that has the answer finds it here; connections
 * that end are noticed a moment later.
 *
 * @param connections TCP connections accepted
 * @param tlsHandshakes TLS handshakes completed, by ldaps or after StartTLS
 * @param startTls StartTLS requests answered with success
 * @param bindsOk binds answered with success, anonymous ones too
 * @param bindsRefused binds answered with anything else
 * @param searches search requests; each page is one
 * @param pages search requests with a paged results control that was honoured
 * @param entries entries sent
 * @param compares compare requests
 * @param unbinds unbind requests
 * @param abandons abandon requests
 * @param extended extended requests other than StartTLS and password modify
 * @param writes add, modify, delete, modify DN and password modify requests
 */
public record OperationCounts(
        long connections,
        long tlsHandshakes,
        long startTls,
        long bindsOk,
        long bindsRefused,
        long searches,
        long pages,
        long entries,
        long compares,
        long unbinds,
        long abandons,
        long extended,
        long writes) {

    /** All binds, accepted and refused. */
    public long binds() {
        return bindsOk + bindsRefused;
    }

    /** LDAP requests that are answered: binds, searches, compares, StartTLS, extended, writes. TCP and TLS set-up not included. */
    public long roundTrips() {
        return binds() + searches + compares + startTls + extended + writes;
    }

    /** What has happened since {@code earlier}. */
    public OperationCounts minus(OperationCounts earlier) {
        return new OperationCounts(
                connections - earlier.connections,
                tlsHandshakes - earlier.tlsHandshakes,
                startTls - earlier.startTls,
                bindsOk - earlier.bindsOk,
                bindsRefused - earlier.bindsRefused,
                searches - earlier.searches,
                pages - earlier.pages,
                entries - earlier.entries,
                compares - earlier.compares,
                unbinds - earlier.unbinds,
                abandons - earlier.abandons,
                extended - earlier.extended,
                writes - earlier.writes);
    }
}
