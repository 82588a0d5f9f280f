package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes the whole way step by step, on connections of its own: every server as far as TLS, the rest at the first one that lets the reader in. Reads only,
 * and signs in as nobody but the reader. Used once, by one thread.
 */
public final class LdapInspector {

    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final TrialConnections connections;
    private final JumpCloudConfig config;
    private final Steps steps;

    /**
     * Prepares an inspection.
     *
     * @param connections connections opened for {@code config.connection()}; stay the caller's to close
     * @param config what to read and how
     */
    public LdapInspector(TrialConnections connections, JumpCloudConfig config) {
        this(connections, config, WHOLE);
    }

    LdapInspector(TrialConnections connections, JumpCloudConfig config, Duration whole) {
        this.connections = connections;
        this.config = config;
        this.steps = new Steps(whole, config.connection().readTimeout());
    }

    /** Looks. Ends within twenty seconds and one more wait; never throws for what the network or a server does. */
    public Inspection inspect() {
        List<ServerConnector> searched = connections.connectors();
        List<ServerConnector> others = config.connection()
                        .authenticationServers()
                        .equals(config.connection().servers())
                ? List.of()
                : connections.signInConnectors();
        try (OpenServers servers = OpenServers.begin(
                Stream.concat(searched.stream(), others.stream()).toList(), steps)) {
            List<Inspection.Reader> readers = new ArrayList<>();
            Inspection.Tree tree = tree(servers, searched.size(), readers);
            List<Inspection.Server> looks = servers.looks();
            return new Inspection(
                    looks.subList(0, searched.size()), readers, tree, looks.subList(searched.size(), looks.size()));
        }
    }

    /** At the first server that lets the reader in. After a wrong password no other is asked: enough of that locks the reader out. */
    private Inspection.Tree tree(OpenServers servers, int searched, List<Inspection.Reader> readers) {
        ConnectionSettings settings = config.connection();
        for (int rank = 0; rank < searched; rank++) {
            OpenServer server = servers.get(rank);
            Link link = server.link();
            if (link == null) {
                continue;
            }
            Look<String> bind = steps.take(link.server(), () -> {
                new ReaderBind(settings, Duration.ZERO).prepare(link);
                return settings.bindDn();
            });
            readers.add(new Inspection.Reader(link.server(), bind));
            if (bind instanceof Look.Seen) {
                try (ReaderLink reader = new ReaderLink(server.connector(), settings, link)) {
                    return new TreeInspection(reader, config, steps).run();
                }
            }
            if (bind instanceof Look.Failed<String> failed && failed.problem().kind() == Problem.Kind.READER_REFUSED) {
                break;
            }
        }
        return Inspection.Tree.unseen();
    }
}
