package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.FederationTakeover;
import io.github.keycloakjumpcloud.store.ForeignFederation;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;

/** From a built-in LDAP provider to this one. */
record LdapTransfer(Transactions transactions, GroupSettings groups, String componentId, String sourceId)
        implements Transfer<ForeignFederation> {

    @Override
    public Optional<ForeignFederation> otherSide() {
        return transactions.call(
                (session, realm) -> new FederationTakeover(session, realm, componentId, groups.path()).read(sourceId));
    }

    @Override
    public AdoptionPlan plan(Snapshot directory, ForeignFederation source) {
        return new AdoptionPlanner(groups).plan(directory, source);
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
}
