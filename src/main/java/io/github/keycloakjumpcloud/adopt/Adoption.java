package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Failed;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.FederationTakeover;
import io.github.keycloakjumpcloud.store.ForeignFederation;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Moves the users and groups of a built-in LDAP provider to this one, first as a preview, then exactly as previewed. Thread-safe. */
public final class Adoption {

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;

    /** Moves to this component in the realm of these transactions. */
    public Adoption(Transactions transactions, JumpCloudConfig config, String componentId) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
    }

    /**
     * What would move; nothing is written.
     *
     * @param sourceId component of a built-in LDAP provider
     * @return empty where the realm has no such provider
     */
    public Optional<AdoptionPlan> preview(Directory directory, String sourceId) {
        Optional<ForeignFederation> source = transactions.call((session, realm) -> new FederationTakeover(
                        session, realm, componentId, config.groups().path())
                .read(sourceId));
        return source.map(federation -> plan(directory.read(), federation));
    }

    /**
     * Moves everything in one transaction and switches the other provider off.
     *
     * @param planId {@link AdoptionPlan#id()} of the preview; if the picture is another now, nothing is moved
     * @param stop asked once, before anything is moved
     * @return what was moved, or a refusal; empty where the realm has no such provider
     */
    public Optional<AdoptionPlan> execute(Directory directory, String sourceId, String planId, BooleanSupplier stop) {
        return preview(directory, sourceId).map(plan -> {
            if (plan.refusal() != null) {
                return plan;
            }
            if (!plan.id().equals(planId)) {
                return AdoptionPlan.refused(
                        sourceId,
                        "JumpCloud or Keycloak has changed since the preview. Preview again, and adopt that plan.");
            }
            return stop.getAsBoolean()
                    ? AdoptionPlan.refused(sourceId, "The run was cancelled before anything was moved.")
                    : move(plan);
        });
    }

    private AdoptionPlan move(AdoptionPlan plan) {
        try {
            transactions.call((session, realm) -> {
                List<String> users =
                        plan.users().stream().map(ForeignUser::keycloakId).toList();
                new FederationTakeover(
                                session, realm, componentId, config.groups().path())
                        .move(plan.sourceId(), users, plan.groups());
                return true;
            });
        } catch (IllegalStateException e) {
            return AdoptionPlan.refused(plan.sourceId(), String.valueOf(e.getMessage()));
        }
        return plan;
    }

    private AdoptionPlan plan(ReadOutcome outcome, ForeignFederation source) {
        if (outcome instanceof Failed failed) {
            return AdoptionPlan.refused(source.componentId(), failed.problem().sentence());
        }
        return new AdoptionPlanner(config.groups()).plan((Snapshot) outcome, source);
    }
}
