package io.github.keycloakjumpcloud.config;

/**
 * What happens at a sign-in.
 *
 * @param refreshSeconds how old what is known of a user may be before his sign-in reads it anew; 0 always reads, {@value #NEVER} never does
 * @param secondFactor whether a server asks for a second factor, so that the same password can be refused now and right in a moment
 */
public record SignInSettings(int refreshSeconds, boolean secondFactor) {

    /** No sign-in reads anything anew. */
    public static final int NEVER = -1;
}
