package io.github.keycloakjumpcloud.run;

/** Who keeps the {@link Syncs} of a server: the provider's factory. */
public interface SyncsOwner {

    Syncs syncs();
}
