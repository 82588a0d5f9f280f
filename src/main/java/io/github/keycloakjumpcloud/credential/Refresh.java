package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.SignInSettings;
import java.time.Duration;
import java.time.Instant;

/** Whether the next sign-in of a known user looks at his entry, or goes by his password alone. */
public sealed interface Refresh {

    /** It looks. */
    record Due() implements Refresh {}

    /** It goes by the password, because the user has just been brought up to date at this node. */
    record Rests(Instant until) implements Refresh {}

    /** It goes by the password, as every one does: only syncs bring users up to date. */
    record Never() implements Refresh {}

    /**
     * Says which.
     *
     * @param departed whether the last complete read did not find him
     * @param memory what this node remembers of the sign-ins through his provider
     */
    static Refresh of(String keycloakId, boolean departed, SignInSettings settings, SignInMemory memory) {
        if (departed) {
            return new Due();
        }
        if (settings.refreshSeconds() == SignInSettings.NEVER) {
            return new Never();
        }
        Duration left = memory.freshFor(keycloakId, Duration.ofSeconds(settings.refreshSeconds()));
        return left.isZero() ? new Due() : new Rests(Instant.now().plus(left));
    }
}
