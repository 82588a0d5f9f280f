package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.Verdict;
import java.util.function.Supplier;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A user store that JumpCloud may let wait for a second factor; asking and writing are apart, so that no request need wait. Belongs to one session. */
public interface SecondFactorStore {

    /** Whether its servers want a second factor. */
    boolean asksSecondFactor();

    /**
     * A question about a user's password.
     *
     * @param password the password, with a code behind its last comma where one was typed
     * @return asks JumpCloud, on any thread and at most once; may take a minute, ends early where the thread is interrupted, and keeps nothing of the session
     * @throws DirectoryUnavailableException where the user cannot be asked about
     */
    Supplier<SignInAnswer> question(RealmModel realm, UserModel user, String password);

    /** Logs what came of it, and brings the user up to date with what was seen of him. */
    Verdict settle(RealmModel realm, UserModel user, SignInAnswer answer);
}
