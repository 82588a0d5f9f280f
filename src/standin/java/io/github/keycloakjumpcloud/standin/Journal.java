package io.github.keycloakjumpcloud.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts and remembers what the clients did. Thread-safe. */
final class Journal {

    /** Enough for any one test; older operations are forgotten, so that a long run does not fill the heap. */
    private static final int REMEMBERED = 20_000;

    private final Deque<Operation> operations = new ArrayDeque<>();
    private final Map<OperationKind, Long> byKind = new EnumMap<>(OperationKind.class);
    private long connections;
    private long handshakes;
    private long bindsOk;
    private long pages;
    private long entries;

    synchronized void connectionOpened() {
        connections++;
    }

    synchronized void tlsEstablished() {
        handshakes++;
    }

    synchronized void page() {
        pages++;
    }

    synchronized void record(Operation operation) {
        // A refused StartTLS changes nothing on the connection; it is an extended operation like any other.
        OperationKind kind = operation.kind();
        if (kind == OperationKind.START_TLS && operation.resultCode() != 0) {
            kind = OperationKind.EXTENDED;
        }
        byKind.merge(kind, 1L, Long::sum);
        entries += operation.entries();
        if (kind == OperationKind.BIND && operation.resultCode() == 0) {
            bindsOk++;
        }
        operations.addLast(operation);
        if (operations.size() > REMEMBERED) {
            operations.removeFirst();
        }
    }

    synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    synchronized OperationCounts counts() {
        return new OperationCounts(
                connections,
                handshakes,
                count(OperationKind.START_TLS),
                bindsOk,
                count(OperationKind.BIND) - bindsOk,
                count(OperationKind.SEARCH),
                pages,
                entries,
                count(OperationKind.COMPARE),
                count(OperationKind.UNBIND),
                count(OperationKind.ABANDON),
                count(OperationKind.EXTENDED),
                count(OperationKind.WRITE));
    }

    synchronized void reset() {
        operations.clear();
        byKind.clear();
        connections = 0;
        handshakes = 0;
        bindsOk = 0;
        pages = 0;
        entries = 0;
    }

    private long count(OperationKind kind) {
        return byKind.getOrDefault(kind, 0L);
    }
}
