package io.github.keycloakjumpcloud.store;

/** Who started a run. */
public enum RunTrigger {
    /** One of Keycloak's buttons, in the console or by its REST. */
    BUTTON,
    /** Keycloak's periodic full or changed sync. */
    TIMER,
    /** This provider's own REST. */
    REST,
    /** An administrator who approved held removals. */
    APPROVAL,
    /** An administrator who has another provider's users moved here. */
    ADOPTION
}
