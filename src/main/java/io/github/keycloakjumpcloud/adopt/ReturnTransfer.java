package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.FederationReturn;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.ReturnTarget;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From this provider to a built-in LDAP provider. */
record ReturnTransfer(Transactions transactions, JumpCloudConfig config, String componentId, String targetId)
        implements Transfer<ReturnTarget> {

    @Override
    public Optional<ReturnTarget> otherSide() {
        return transactions.call((session, realm) -> new FederationReturn(
                        session, realm, componentId, config.groups().path())
                .read(targetId));
    }

    @Override
    public AdoptionPlan plan(Snapshot directory, ReturnTarget target) {
        return new ReturnPlanner(config.users(), config.groups()).plan(directory, target);
    }

    @Override
    public void move(AdoptionPlan plan) {
        transactions.call((session, realm) -> {
            new FederationReturn(session, realm, componentId, config.groups().path())
                    .move(
                            targetId,
                            plan.users().stream().map(ForeignUser::keycloakId).toList(),
                            plan.groups().keySet());
            return true;
        });
    }
}
