package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Failed;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.BrokerTakeover;
import io.github.keycloakjumpcloud.store.BrokeredUsers;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From an identity provider's users to this provider's. */
final class BrokerTransfer implements Transfer {

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
    public Optional<AdoptionPlan> plan(Directory directory) {
        ReadOutcome outcome = directory.read();
        Optional<BrokeredUsers> source =
                transactions.call((session, realm) -> new BrokerTakeover(session, realm, componentId).read(alias));
        return source.map(users -> plan(outcome, users));
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

    private AdoptionPlan plan(ReadOutcome outcome, BrokeredUsers source) {
        if (outcome instanceof Failed failed) {
            return AdoptionPlan.refused(alias, failed.problem().sentence());
        }
        Snapshot snapshot = (Snapshot) outcome;
        idAttribute = snapshot.idAttribute();
        return BrokerPlanner.plan(snapshot, source);
    }
}
