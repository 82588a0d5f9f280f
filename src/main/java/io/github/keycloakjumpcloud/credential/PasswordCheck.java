package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Problem;
import org.jboss.logging.Logger;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Checks a password by one bind. Thread-safe.
 */
public final class PasswordCheck {

    private static final Logger LOG = Logger.getLogger(PasswordCheck.class);

    private final Directory directory;
    private final String providerName;

    /**
     * @param directory where to bind
     * @param providerName the provider's name, for messages
     */
    public PasswordCheck(Directory directory, String providerName) {
        this.directory = directory;
        this.providerName = providerName;
    }

    /**
     * Binds once.
     *
     * @param dn the user's stored DN
     * @param password what the user typed; an empty one is refused without asking
     * @return {@code false} only where the directory said invalidCredentials (49)
     * @throws StorageUnavailableException where the directory could not be asked; Keycloak then neither counts a wrong password nor shows one
     */
    public boolean isRight(String dn, String password) {
        if (password.isEmpty()) {
            // RFC 4513 5.1.2: a DN with an empty password is an unauthenticated bind, which many servers answer with
            // success.
            return false;
        }
        BindOutcome outcome = directory.bind(dn, password);
        if (outcome instanceof BindOutcome.Unavailable unavailable) {
            throw unavailable(providerName, unavailable.problem());
        }
        if (outcome instanceof BindOutcome.InvalidCredentials) {
            LOG.infof(
                    "%s: JumpCloud refused the sign-in of %s (invalidCredentials): a wrong password, or an account that is"
                            + " suspended, locked, expired, not activated or not bound to JumpCloud LDAP",
                    providerName, dn);
            return false;
        }
        return true;
    }

    /** The exception that tells Keycloak that the directory could not be asked, with the reason in English. */
    public static StorageUnavailableException unavailable(String providerName, Problem problem) {
        return new StorageUnavailableException(providerName + ": " + problem.sentence());
    }
}
