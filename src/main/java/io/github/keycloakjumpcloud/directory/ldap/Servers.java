package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The servers in order of preference. One that fails is tried after the others until it is seen to work again, so that not every request waits for it.
 * Thread-safe.
 */
final class Servers {

    private static final Logger LOG = Logger.getLogger(Servers.class);

    private final ServerGroup group;
    private final List<ServerConnector> connectors;
    private final ServerHealth health;

    Servers(ServerGroup group) {
        this.group = group;
        this.connectors = group.connectors();
        this.health = group.health();
    }

    /**
     * Opens a connection to the best server that can be used.
     *
     * @param messages what the server may send
     * @throws LdapFailure with the problem of the server that was tried first
     */
    Link open(Preparation preparation, MessageLimit messages) throws LdapFailure {
        LdapFailure first = null;
        for (int rank : order()) {
            try {
                Link link = open(rank, preparation, messages);
                if (preparation.provesServer()) {
                    health.works(rank);
                }
                return link;
            } catch (LdapFailure e) {
                if (e.problem().kind() == Problem.Kind.READER_REFUSED) {
                    // An answer, and the other servers hold the same accounts: asking them as well may lock the reader
                    // out.
                    throw e;
                }
                markFailed(rank);
                LOG.debugf("No connection to %s: %s", connectors.get(rank).server(), e.problem());
                first = first == null ? e : first;
            }
        }
        throw first == null ? new LdapFailure(ConnectProblems.closed()) : first;
    }

    /** Whether its connections are left alone for now: it failed, and there is a server to turn to. */
    boolean isAvoided(int rank) {
        return health.hasFailed(rank) && group.hasOther(rank);
    }

    /** Whether there is a server before this one that is not known to fail. */
    boolean hasBetter(int rank) {
        return group.hasBetter(rank);
    }

    /** Lets the next connections go elsewhere. */
    void markFailed(int rank) {
        health.failed(rank);
    }

    /** Notes an answer. */
    void markWorking(int rank) {
        health.works(rank);
    }

    /**
     * Lets a request pass. While no server works they pass one at a time, and the others are turned away at once rather than wait for the same silence.
     *
     * @return what is to be run when the request is over
     */
    Runnable admit() throws LdapFailure {
        if (!health.isOutage()) {
            return () -> {};
        }
        if (!health.beginAttempt()) {
            throw new LdapFailure(Problem.of(
                    Problem.Kind.UNREACHABLE,
                    connectors.get(0).server().toString(),
                    "it has failed several times in a row, and another request is finding out whether it works again"));
        }
        return health::endAttempt;
    }

    private Link open(int rank, Preparation preparation, MessageLimit messages) throws LdapFailure {
        Link link = connectors.get(rank).open(messages);
        try {
            preparation.prepare(link);
            return link;
        } catch (LdapFailure e) {
            link.discard();
            throw e;
        }
    }

    private List<Integer> order() {
        List<Integer> good = new ArrayList<>();
        List<Integer> avoided = new ArrayList<>();
        for (int rank = 0; rank < connectors.size(); rank++) {
            (health.hasFailed(rank) ? avoided : good).add(rank);
        }
        good.addAll(avoided);
        return good;
    }

    /** What has to succeed before a connection is used, such as the reader's bind. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Link link) throws LdapFailure;

        /** Whether the server has answered something by then, so that it works. */
        default boolean provesServer() {
            return true;
        }
    }
}
