package io.github.keycloakjumpcloud.config;

/**
 * What happens at a sign-in.
 *
 * @param refreshSeconds how old what is known of a user may be before his sign-in reads it anew; 0 always reads, {@value #NEVER} never does
 * @param secondFactor whether a server asks for a second factor, so that the same password can be refused now and right in a moment
 * @param outageHours how long after a good sign-in its password is accepted while the directory cannot be asked; 0 never, and always 0 with a second
 *     factor
 */
public record SignInSettings(int refreshSeconds, boolean secondFactor, int outageHours) {

    /** Without sign-ins during outages. */
    public SignInSettings(int refreshSeconds, boolean secondFactor) {
        this(refreshSeconds, secondFactor, 0);
    }

    /** No sign-in reads anything anew. */
    public static final int NEVER = -1;
}
