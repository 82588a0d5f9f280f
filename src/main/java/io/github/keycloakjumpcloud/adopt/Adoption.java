package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Failed;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.ChangedMeanwhileException;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Moves users between this provider and others, first as a preview, then exactly as previewed. Thread-safe. */
public final class Adoption {

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;
    private final Move move;

    /** Moves from or to this component in the realm of these transactions. */
    public Adoption(Transactions transactions, JumpCloudConfig config, String componentId, Move move) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
        this.move = move;
    }

    /**
     * What would move; nothing is written.
     *
     * @return empty where the realm does not have the other side of the move
     */
    public Optional<AdoptionPlan> preview(Directory directory) {
        return plan(transfer(), directory);
    }

    /**
     * Moves everything in one transaction. A provider that has lost its users is switched off.
     *
     * @param planId {@link AdoptionPlan#id()} of the preview; if the picture is another now, nothing is moved
     * @param stop asked once, before anything is moved
     * @return what was moved, or a refusal; empty where the realm does not have the other side of the move
     */
    public Optional<AdoptionPlan> execute(Directory directory, String planId, BooleanSupplier stop) {
        Transfer<?> transfer = transfer();
        return plan(transfer, directory).map(plan -> {
            if (plan.refusal() != null) {
                return plan;
            }
            if (!plan.id().equals(planId)) {
                return AdoptionPlan.refused(
                        plan.otherSide(),
                        "JumpCloud or Keycloak has changed since the preview. Preview again, and move that plan.");
            }
            return stop.getAsBoolean()
                    ? AdoptionPlan.refused(plan.otherSide(), "The run was cancelled before anything was moved.")
                    : move(transfer, plan);
        });
    }

    private <S> Optional<AdoptionPlan> plan(Transfer<S> transfer, Directory directory) {
        // First: Keycloak's users may take so long that unused connections of a provider that is switched off are
        // closed.
        ReadOutcome outcome = directory.read();
        return transfer.otherSide()
                .map(side -> outcome instanceof Failed failed
                        ? AdoptionPlan.refused(
                                move.otherSide(), failed.problem().sentence())
                        : transfer.plan((Snapshot) outcome, side));
    }

    private Transfer<?> transfer() {
        if (move instanceof Move.FromLdap from) {
            return new LdapTransfer(transactions, config.groups(), componentId, from.componentId());
        }
        if (move instanceof Move.FromIdentityProvider from) {
            return new BrokerTransfer(transactions, componentId, from.alias());
        }
        return new ReturnTransfer(transactions, config, componentId, ((Move.ToLdap) move).componentId());
    }

    private static AdoptionPlan move(Transfer<?> transfer, AdoptionPlan plan) {
        try {
            transfer.move(plan);
            return plan;
        } catch (ChangedMeanwhileException e) {
            return AdoptionPlan.refused(plan.otherSide(), String.valueOf(e.getMessage()));
        }
    }
}
