package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.store.ChangedMeanwhileException;
import java.util.Optional;

/** One way of moving users. Used once, by one thread. */
interface Transfer {

    /** What would move; empty where the realm does not have the other side. Writes nothing. */
    Optional<AdoptionPlan> plan(Directory directory);

    /**
     * Moves it, in one transaction.
     *
     * @throws ChangedMeanwhileException with a sentence, where Keycloak holds something else by now; nothing has moved then
     */
    void move(AdoptionPlan plan);
}
