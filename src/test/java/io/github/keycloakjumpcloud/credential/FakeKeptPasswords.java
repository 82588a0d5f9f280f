package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.store.KeptPassword;
import io.github.keycloakjumpcloud.store.KeptPasswords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A table in memory. */
final class FakeKeptPasswords implements KeptPasswords {

    final Map<String, KeptPassword> all = new HashMap<>();
    int calls;
    int writes;
    boolean fails;

    @Override
    public Optional<KeptPassword> find(String keycloakId) {
        call();
        return Optional.ofNullable(all.get(keycloakId));
    }

    @Override
    public void keep(String keycloakId, KeptPassword password) {
        call();
        writes++;
        all.put(keycloakId, password);
    }

    @Override
    public void extend(String keycloakId, String hashId, Instant until) {
        call();
        writes++;
        all.computeIfPresent(
                keycloakId,
                (id, present) ->
                        present.hashId().equals(hashId) ? new KeptPassword(hashId, present.hash(), until) : present);
    }

    @Override
    public void forget(String keycloakId) {
        call();
        all.remove(keycloakId);
    }

    private void call() {
        calls++;
        if (fails) {
            throw new IllegalStateException("no database");
        }
    }
}
