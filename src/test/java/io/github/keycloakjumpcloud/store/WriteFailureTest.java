package io.github.keycloakjumpcloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was thrown while Keycloak's database was used")
class WriteFailureTest {

    @Test
    @DisplayName("is the database's where it or JPA is the cause")
    void cause() {
        assertThat(WriteFailure.isOfDatabase(new IllegalStateException("no users", new SQLException("gone"))))
                .isTrue();
        assertThat(WriteFailure.isOfDatabase(new PersistenceException("gone"))).isTrue();
        assertThat(WriteFailure.isOfDatabase(new IllegalStateException("no users", new RuntimeException("else"))))
                .isFalse();
    }

    @Test
    @DisplayName("is the database's where the connection was lost at the commit")
    void commit() {
        var lost = new XAException("Error trying to transactionCommit local transaction");
        lost.initCause(new SQLException("An I/O error occurred while sending to the backend."));
        var rolledBack = new Exception("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(lost);

        assertThat(WriteFailure.isOfDatabase(new IllegalStateException("no users", new RuntimeException(rolledBack))))
                .isTrue();
    }
}
