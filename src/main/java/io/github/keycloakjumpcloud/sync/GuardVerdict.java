package io.github.keycloakjumpcloud.sync;

/** What the guard says about a plan. */
public sealed interface GuardVerdict {

    /** Nothing has to wait. */
    record Clear() implements GuardVerdict {}

    /** Some removals would have to wait, but an administrator has approved exactly these. */
    record Approved(String planId) implements GuardVerdict {}

    /**
     * Some removals wait for an approval.
     *
     * @param planId what an approval must name
     * @param reason why, as a sentence
     * @param holdback which
     */
    record Held(String planId, String reason, Holdback holdback) implements GuardVerdict {}
}
