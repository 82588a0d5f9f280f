package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.ServerAddress;
import java.time.Duration;

/** A connection on which the reader is signed in, replaced when a search has used it up: a server that does not know where to stop is cut off. */
final class ReaderLink implements AutoCloseable {

    private final ServerConnector connector;
    private final ConnectionSettings settings;
    private Link link;

    /** @param link bound already */
    ReaderLink(ServerConnector connector, ConnectionSettings settings, Link link) {
        this.connector = connector;
        this.settings = settings;
        this.link = link;
    }

    ServerAddress server() {
        return connector.server();
    }

    /** The connection, which may be another one after a search. */
    Link get() throws LdapFailure {
        if (!link.isOpen()) {
            link.discard();
            link = connector.open();
            new ReaderBind(settings, Duration.ZERO).prepare(link);
        }
        return link;
    }

    @Override
    public void close() {
        link.discard();
    }
}
