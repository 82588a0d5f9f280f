package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes the whole way once, on a new connection, and says where it ends. */
final class Probe {

    /** Enough to see what most entries carry. */
    private static final int ENOUGH = 50;

    private final LdapConnections connections;
    private final JumpCloudConfig config;
    private final @Nullable Deadline deadline;

    /** @param deadline when nobody waits any more; {@code null} for never */
    Probe(LdapConnections connections, JumpCloudConfig config, @Nullable Deadline deadline) {
        this.deadline = deadline;
        this.connections = connections;
        this.config = config;
    }

    /** Tries the servers in order until one can be used; if none can, tells about the first. */
    ProbeOutcome run() {
        Problem first = null;
        for (ServerConnector connector : connections.connectors()) {
            if (first != null && deadline != null && deadline.isOver()) {
                break;
            }
            try {
                return usable(connector);
            } catch (LdapFailure e) {
                first = first == null ? e.problem() : first;
            }
        }
        return new ProbeOutcome.Broken(first == null ? ConnectProblems.closed() : first);
    }

    private ProbeOutcome usable(ServerConnector connector) throws LdapFailure {
        Duration limit = config.connection().readTimeout();
        long limitMillis = deadline == null ? limit.toMillis() : deadline.millisWithin(limit);
        Link link = connector.open();
        try {
            new ReaderBind(config.connection(), Duration.ZERO).prepare(link);
            requireBase(link, limitMillis);
            List<MappedEntry> users = someUsers(link, limitMillis);
            return new ProbeOutcome.Usable(IdResolution.resolve(config.users().idAttribute(), users));
        } catch (LDAPException e) {
            throw new LdapFailure(ResultCodes.problem(e, link.server().toString(), limitMillis), e);
        } finally {
            link.discard();
        }
    }

    private void requireBase(Link link, long limitMillis) throws LDAPException, LdapFailure {
        if (!Searches.sees(link, config.users().usersDn(), limitMillis)) {
            throw new LdapFailure(new Blindness(config).ofMissing(config.users().usersDn(), link, limitMillis));
        }
    }

    private List<MappedEntry> someUsers(Link link, long limitMillis) throws LDAPException, LdapFailure {
        ReaderAccount reader = new ReaderAccount(config);
        EntryMapper mapper = new EntryMapper(config.users(), false);
        SearchRequest request = new SearchRequest(
                config.users().usersDn(), SearchScope.SUB, UserFilter.all(config.users()), mapper.attributes());
        request.setSizeLimit(ENOUGH);
        SearchResult result = Searches.send(link, request, limitMillis);
        Blindness blindness = new Blindness(config);
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            throw new LdapFailure(blindness.ofMissing(config.users().usersDn(), link, limitMillis));
        }
        List<MappedEntry> users = result.getSearchEntries().stream()
                .map(mapper::map)
                .filter(entry -> !reader.isLeftOut(entry))
                .toList();
        if (users.isEmpty()) {
            throw new LdapFailure(blindness.ofEmpty(link, limitMillis));
        }
        return users;
    }
}
