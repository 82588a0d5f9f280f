package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.BrokerTakeover;
import io.github.keycloakjumpcloud.store.BrokeredUsers;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From an identity provider's users to this provider's. */
final class BrokerTransfer implements Transfer<BrokeredUsers> {

    private final Transactions transactions;
    private final String componentId;
    private final String alias;
    private IdAttribute idAttribute = IdAttribute.AUTO;

    BrokerTransfer(Transactions transactions, String componentId, String alias) {
        this.transactions = transactions;
        this.componentId = componentId;
        this.alias = alias;
    }

    @Override
    public Optional<BrokeredUsers> otherSide() {
        return transactions.call((session, realm) -> new BrokerTakeover(session, realm, componentId).read(alias));
    }

    @Override
    public AdoptionPlan plan(Snapshot directory, BrokeredUsers source) {
        idAttribute = directory.idAttribute();
        return BrokerPlanner.plan(directory, source);
    }

    @Override
    public void move(AdoptionPlan plan) {
        // The ids that are written now come from it, so it must not become another one later.
        ResolvedIdAttribute.remember(transactions, componentId, idAttribute);
        transactions.call((session, realm) -> {
            new BrokerTakeover(session, realm, componentId).move(plan.users());
            return true;
        });
    }
}
