package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Failed;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.FederationTakeover;
import io.github.keycloakjumpcloud.store.ForeignFederation;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From a built-in LDAP provider to this one. */
record LdapTransfer(Transactions transactions, GroupSettings groups, String componentId, String sourceId)
        implements Transfer {

    @Override
    public Optional<AdoptionPlan> plan(Directory directory) {
        // First: Keycloak's users may take so long that unused connections of a provider that is switched off are
        // closed.
        ReadOutcome outcome = directory.read();
        Optional<ForeignFederation> source = transactions.call(
                (session, realm) -> new FederationTakeover(session, realm, componentId, groups.path()).read(sourceId));
        return source.map(federation -> plan(outcome, federation));
    }

    @Override
    public void move(AdoptionPlan plan) {
        transactions.call((session, realm) -> {
            new FederationTakeover(session, realm, componentId, groups.path())
                    .move(
                            sourceId,
                            plan.users().stream().map(ForeignUser::keycloakId).toList(),
                            plan.groups());
            return true;
        });
    }

    private AdoptionPlan plan(ReadOutcome outcome, ForeignFederation source) {
        if (outcome instanceof Failed failed) {
            return AdoptionPlan.refused(sourceId, failed.problem().sentence());
        }
        return new AdoptionPlanner(groups).plan((Snapshot) outcome, source);
    }
}
