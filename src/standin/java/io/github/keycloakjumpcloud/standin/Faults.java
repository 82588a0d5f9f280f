package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.util.Random;

/** What goes wrong before a request is even looked at. */
final class Faults {

    private final Behaviour behaviour;
    /** A fixed seed, so that a failing test fails again. */
    private final Random random = new Random(20_261_122);

    Faults(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Delays, hangs or ends the connection. */
    void beforeAnswer(Client client, OperationKind kind) throws IOException {
        if (hangs(kind)) {
            client.hang();
        }
        double chance = behaviour.dropProbability;
        if (chance > 0 && random.nextDouble() < chance) {
            throw new IOException("dropped on purpose");
        }
        client.pause(behaviour.latency);
    }

    /** As above, for searches of a kind. */
    void beforeSearch(Client client, SearchRequestProtocolOp search) throws IOException {
        Unknowns unknowns = behaviour.unknowns();
        if (!unknowns.silentFilter.isEmpty() && search.getFilter().toString().contains(unknowns.silentFilter)) {
            client.hang();
        }
        if (!search.getScope().equals(SearchScope.BASE)) {
            client.pause(unknowns.searchPause);
        }
    }

    void beforeHandshake(Client client) throws IOException {
        if (behaviour.hang == Hang.HANDSHAKE) {
            client.hang();
        }
    }

    private boolean hangs(OperationKind kind) {
        return switch (behaviour.hang) {
            case NEVER -> false;
            case BIND -> kind == OperationKind.BIND;
            case SEARCH -> kind == OperationKind.SEARCH;
            // With ldaps the connection is past its handshake when a request arrives; one that was open before may go
            // on.
            case HANDSHAKE -> false;
            case REQUEST -> true;
        };
    }
}
