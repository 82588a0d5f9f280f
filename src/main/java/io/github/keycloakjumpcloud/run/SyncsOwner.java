package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.directory.ServerStatus;
import java.util.List;

/** Who keeps what lives as long as a server: the provider's factory. */
public interface SyncsOwner {

    Syncs syncs();

    /** The servers of a component as this node knows them; empty before the first request to them. */
    List<ServerStatus> servers(String componentId);
}
