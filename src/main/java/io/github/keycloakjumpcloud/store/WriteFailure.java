package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

/** Turns what the database or Keycloak threw into a sentence. Exception texts may quote personal data, so none of them is passed on. */
public final class WriteFailure {

    private WriteFailure() {}

    /** Whether the entry is to blame, as far as can be told, rather than the database or Keycloak. */
    public static boolean concernsEntry(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof ModelException
                        || cause instanceof ConstraintViolationException
                        || cause instanceof DataException
                        || cause instanceof EntityExistsException
                        || cause instanceof IllegalStateException);
    }

    /** Whether the database failed, or could not be reached. What keeps a transaction from its commit is not the cause there, but suppressed. */
    public static boolean isOfDatabase(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof SQLException
                        || cause instanceof PersistenceException
                        || Arrays.stream(cause.getSuppressed()).anyMatch(WriteFailure::isOfDatabase));
    }

    /** Whether the {@link #reason} says what is wrong with the entry, so that the next attempt will fail as well. */
    public static boolean isExplained(Throwable thrown) {
        return explanation(thrown).isPresent();
    }

    /** A sentence for the report: what was wrong and what to do. */
    public static String reason(Throwable thrown) {
        return explanation(thrown)
                .orElseGet(() -> "it could not be written (" + thrown.getClass().getSimpleName()
                        + "); the log at DEBUG level has the details");
    }

    private static Optional<String> explanation(Throwable thrown) {
        return causes(thrown)
                .map(WriteFailure::ownExplanation)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String ownExplanation(Throwable cause) {
        if (cause instanceof ModelDuplicateException || cause instanceof ConstraintViolationException) {
            return "the database already has a user or group whose name or e-mail address it takes for the same; if it came into being only now,"
                    + " the next sync solves it, otherwise rename one of the two";
        }
        if (cause instanceof DataException) {
            return "a value is longer than Keycloak's database column, or has a character that it does not take;"
                    + " shorten it in JumpCloud or leave its attribute out of the mappings";
        }
        if (cause instanceof IllegalStateException && cause.getCause() == null && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return null;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
