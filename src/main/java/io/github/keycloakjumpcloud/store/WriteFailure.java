package io.github.keycloakjumpcloud.store;

import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.keycloak.models.ModelDuplicateException;

/** Turns what the database or Keycloak threw into a sentence. Exception texts may quote personal data, so none of them is passed on. */
public final class WriteFailure {

    private WriteFailure() {}

    /** A sentence for the report: what was wrong and what to do. */
    public static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelDuplicateException || cause instanceof ConstraintViolationException) {
                return "a user or group with the same name or e-mail address came into being meanwhile; the next sync tries again";
            }
            if (cause instanceof DataException) {
                return "a value is longer than Keycloak's database column, or has a character that it does not take;"
                        + " shorten it in JumpCloud or leave its attribute out of the mappings";
            }
            if (cause instanceof IllegalStateException && cause.getCause() == null && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "it could not be written (" + thrown.getClass().getSimpleName()
                + "); the log at DEBUG level has the details";
    }
}
