package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Failed;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.FederationReturn;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.ReturnTarget;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From this provider to a built-in LDAP provider. */
record ReturnTransfer(Transactions transactions, JumpCloudConfig config, String componentId, String targetId)
        implements Transfer {

    @Override
    public Optional<AdoptionPlan> plan(Directory directory) {
        ReadOutcome outcome = directory.read();
        Optional<ReturnTarget> target = transactions.call((session, realm) -> new FederationReturn(
                        session, realm, componentId, config.groups().path())
                .read(targetId));
        return target.map(found -> plan(outcome, found));
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

    private AdoptionPlan plan(ReadOutcome outcome, ReturnTarget target) {
        if (outcome instanceof Failed failed) {
            return AdoptionPlan.refused(targetId, failed.problem().sentence());
        }
        return new ReturnPlanner(config.users(), config.groups()).plan((Snapshot) outcome, target);
    }
}
