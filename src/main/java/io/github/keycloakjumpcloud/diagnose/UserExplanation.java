package io.github.keycloakjumpcloud.diagnose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody can or cannot sign in.
 *
 * @param asked the user name or e-mail address
 * @param userId Keycloak's id of the user to whom it leads, or {@code null} where there is none yet
 * @param steps one of each {@link StepName}, in that order
 */
public record UserExplanation(
        Outlook outlook, String asked, @Nullable String userId, List<Finding> steps) {

    public UserExplanation {
        steps = List.copyOf(steps);
    }

    /** What it comes to. */
    public enum Outlook {
        /** Nothing that was looked at stands in the way. */
        CAN,
        /** A step says no. */
        CANNOT,
        /** JumpCloud could not be asked. */
        UNKNOWN
    }
}
