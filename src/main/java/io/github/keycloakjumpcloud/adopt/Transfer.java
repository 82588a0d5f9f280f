package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.ChangedMeanwhileException;
import java.util.Optional;

/**
 * One way of moving users. Used once, by one thread.
 *
 * @param <S> what Keycloak has of the move's other side
 */
interface Transfer<S> {

    /** What Keycloak has now; empty where the realm does not have the other side. */
    Optional<S> otherSide();

    /** Who would move. Writes nothing. */
    AdoptionPlan plan(Snapshot directory, S otherSide);

    /**
     * Moves it, in one transaction.
     *
     * @throws ChangedMeanwhileException with a sentence, where Keycloak holds something else by now; nothing has moved then
     */
    void move(AdoptionPlan plan);
}
