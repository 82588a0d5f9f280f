package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Inspection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What probes ask a server with: a connection on which the reader is signed in, and others on which nobody is. Used by one thread. */
final class FactLinks implements AutoCloseable {

    private final OpenServer server;
    private final TrialConnections connections;
    private final JumpCloudConfig config;
    private final Steps steps;
    private final ReaderLink reader;
    private final List<Link> others = new ArrayList<>();

    /** @param link to that server; nobody is signed in yet */
    FactLinks(OpenServer server, Link link, TrialConnections connections, JumpCloudConfig config, Steps steps) {
        this.server = server;
        this.connections = connections;
        this.config = config;
        this.steps = steps;
        this.reader = new ReaderLink(server.connector(), config.connection(), link);
    }

    JumpCloudConfig config() {
        return config;
    }

    TrialConnections connections() {
        return connections;
    }

    Inspection.Server look() {
        return server.look();
    }

    Steps steps() {
        return steps;
    }

    /** Signs the reader in. */
    void signIn() throws LdapFailure {
        new ReaderBind(config.connection(), Duration.ZERO).prepare(reader.get());
    }

    /** After {@link #signIn}. */
    ReaderLink reader() {
        return reader;
    }

    /** A new connection on which nobody is signed in. */
    Link stranger() throws LdapFailure {
        return open(server.connector());
    }

    /** A new connection to somewhere else. */
    Link open(ServerConnector connector) throws LdapFailure {
        Link link = connector.open();
        others.add(link);
        return link;
    }

    /** A new connection on which the reader is signed in, for entries as large as those of a sync. */
    Link bulk() throws LdapFailure {
        Link link = server.connector().open(MessageLimit.ofReads());
        others.add(link);
        new ReaderBind(config.connection(), Duration.ZERO).prepare(link);
        return link;
    }

    /** Searches for everybody who can be a user, as the reader. */
    SearchResult users(int most, boolean typesOnly, String... attributes) throws LdapFailure, LDAPException {
        SearchRequest request = new SearchRequest(
                config.users().usersDn(), SearchScope.SUB, UserFilter.all(config.users()), attributes);
        request.setSizeLimit(most);
        request.setTypesOnly(typesOnly);
        return askMany(request);
    }

    /** Looks something up; takes "no such object" and "size limit exceeded" for answers. */
    SearchResult ask(Link link, SearchRequest request) throws LDAPException {
        try {
            return Searches.send(link, request, steps.eachAnswer().toMillis());
        } catch (LDAPException e) {
            throw late(link, e);
        }
    }

    /** Likewise for a search as the reader that goes through many entries, for which a server may need much longer. */
    SearchResult askMany(SearchRequest request) throws LdapFailure, LDAPException {
        Link link = reader.get();
        try {
            return Searches.send(link, request, steps.firstOfMany(), steps.deadline());
        } catch (LDAPException e) {
            throw late(link, e);
        }
    }

    /** Passes a failure on. After one that was a wait in vain the next question takes another connection: the server may still be at the last one. */
    static LDAPException late(Link link, LDAPException failure) {
        if (ResultCodes.timedOut(failure)) {
            link.spoil();
        }
        return failure;
    }

    @Override
    public void close() {
        reader.close();
        others.forEach(Link::discard);
    }
}
