package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.run.SyncPeriod;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * A provider's state.
 *
 * @param servers in order of preference, those for searches first; empty where the answering node has not asked JumpCloud yet
 * @param lastRun the newest run, which may be under way
 * @param nextSync when a periodic sync is due, in milliseconds since 1970; a moment in the past: as soon as a node's timer comes round; left out where
 *     nothing is periodic or no sync has ended yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusAnswer(
        List<Server> servers,
        @Nullable RunAnswer lastRun,
        @Nullable Long nextSync) {

    private static final long MILLIS = 1_000;

    /** @param state {@code works} as far as is known, or {@code failed} until it has been seen to work again */
    record Server(String server, String purpose, String state, int idleConnections, int busyConnections) {

        static Server of(ServerStatus status) {
            return new Server(
                    status.server(),
                    status.purpose() == ServerStatus.Purpose.SEARCH ? "search" : "sign-in",
                    status.failed() ? "failed" : "works",
                    status.idle(),
                    status.busy());
        }
    }

    static StatusAnswer of(ComponentModel component, List<ServerStatus> servers, List<StoredRun> newestFirst) {
        return new StatusAnswer(
                servers.stream().map(Server::of).toList(),
                newestFirst.isEmpty() ? null : RunAnswer.of(newestFirst.get(0), null),
                nextSync(component));
    }

    /** Keycloak's timers run from each node's start; counted from the last sync this is when the first of them can come. */
    private static @Nullable Long nextSync(ComponentModel component) {
        int period = SyncPeriod.of(component).orElse(0);
        int last = new UserStorageProviderModel(component).getLastSync();
        return period == 0 || last == 0 ? null : (last + (long) period) * MILLIS;
    }
}
