package io.github.keycloakjumpcloud.diagnose;

/** What is looked at when a user is explained, in this order. The texts are part of the REST's answer, hence stable. */
public enum StepName {
    /** Is the provider on, and does it import? */
    PROVIDER("provider"),
    /** Who has the name in Keycloak? */
    KEYCLOAK("keycloak"),
    /** Whom does JumpCloud show? */
    SEARCH("search"),
    /** Is it the account that searches? */
    READER("reader"),
    /** Is it the same person? */
    IDENTITY("identity"),
    /** Is the user in one of the required groups? */
    USER_GROUPS("user-groups"),
    /** Does somebody else have the user's name or address? */
    CONFLICT("conflict"),
    /** Which groups does the user get? */
    GROUPS("groups"),
    /** Does a sign-in look at the user's entry at all? */
    REFRESH("refresh"),
    /** Does Keycloak let the account in? */
    ENABLED("enabled"),
    /** Is the password right? */
    BIND("bind");

    private final String text;

    StepName(String text) {
        this.text = text;
    }

    /** As the REST shows it. */
    public String text() {
        return text;
    }
}
