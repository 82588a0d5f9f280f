package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.credential.PasswordTrials;
import io.github.keycloakjumpcloud.credential.SignInMemories;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;

/** Who keeps what lives as long as a server: the provider's factory. */
public interface SyncsOwner {

    /** The runs of all providers. */
    Syncs syncs();

    /** The servers of a component as this node knows them; empty before the first request to them. */
    List<ServerStatus> servers(String componentId);

    /** A component's directory, on the connections that its sign-ins use. Belongs to the session. */
    DirectoryAccess access(KeycloakSession session, ComponentModel component);

    /** What this node remembers of sign-ins. */
    SignInMemories memories();

    /** Bounds how many passwords administrators can try for others. */
    PasswordTrials trials();
}
