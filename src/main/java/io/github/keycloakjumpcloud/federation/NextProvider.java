package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Lets Keycloak go on to its next provider where this one cannot be asked. Keycloak 26.5 and later log an exception of their own and go on; 26.4 has none,
 * and any other would fail the request, so there nobody is found.
 */
final class NextProvider {

    private static final Logger LOG = Logger.getLogger(NextProvider.class);
    private static final boolean HAS_EXCEPTION = hasException();

    private NextProvider() {}

    /** Nobody, for Keycloak 26.4; for later versions the exception that they know. */
    static @Nullable UserModel insteadOf(DirectoryUnavailableException cause) {
        if (HAS_EXCEPTION) {
            throw Known.of(cause);
        }
        LOG.warn(cause.getMessage());
        return null;
    }

    private static boolean hasException() {
        try {
            Class.forName(
                    "org.keycloak.storage.StorageUnavailableException", false, NextProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** A class of its own, so that it is loaded only where Keycloak has the exception. */
    private static final class Known {

        static RuntimeException of(DirectoryUnavailableException cause) {
            return new StorageUnavailableException(cause.getMessage(), cause.getCause());
        }
    }
}
