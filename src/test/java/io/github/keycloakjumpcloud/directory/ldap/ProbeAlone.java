package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.directory.Fact;
import java.time.Duration;
import java.util.Objects;

/** One probe, asked over connections of its own as the finder does it. */
final class ProbeAlone {

    private static final Duration WHOLE = Duration.ofSeconds(20);

    private ProbeAlone() {}

    /** Looks as the reader. */
    static Fact look(Setup setup, FactProbe probe) throws LdapFailure, LDAPException {
        return look(setup, probe, () -> {});
    }

    /** @param meanwhile what becomes of the server once the reader is signed in */
    static Fact look(Setup setup, FactProbe probe, Runnable meanwhile) throws LdapFailure, LDAPException {
        try (TrialConnections connections = setup.trial()) {
            Steps steps = new Steps(WHOLE, setup.readTimeout);
            OpenServer server = OpenServer.of(connections.connectors().get(0), steps);
            Link link = Objects.requireNonNull(server.link());
            try (FactLinks links = new FactLinks(server, link, connections, setup.config(), steps)) {
                links.signIn();
                meanwhile.run();
                return probe.look(links);
            }
        }
    }
}
