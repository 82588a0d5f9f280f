package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.snapshot;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody has seen a referral from JumpCloud; a server that sends one holds back entries, and that must show. */
class ReferralTest {

    @Test
    void aReferralMakesEveryAnswerIncomplete() throws LDAPException, LDIFException {
        try (JumpCloudStandIn defaults = JumpCloudStandIn.builder().empty().start();
                InMemoryDirectoryServer server = server(defaults)) {
            Setup setup = new Setup(defaults);
            setup.servers = List.of(new ServerAddress(false, "localhost", server.getListenPort()));
            try (LdapConnections connections = setup.connections()) {
                LdapDirectory directory = new LdapDirectory(connections, setup.config());

                assertThat(unknown(directory.findByUsername("elsewhere"))
                                .details()
                                .get(0))
                        .startsWith("10 ");
                ReadOutcome.Snapshot read = snapshot(directory.read());
                assertThat(read.users()).extracting(DirectoryUser::username).containsExactly("here");
                assertThat(read.incomplete().map(Problem::kind)).contains(Problem.Kind.SERVER_ERROR);

                // Without groups only the search for users can have met the referral.
                setup.groupsEnabled = false;
                assertThat(snapshot(new LdapDirectory(connections, setup.config()).read())
                                .incomplete())
                        .isPresent();
            }
        }
    }

    private static InMemoryDirectoryServer server(JumpCloudStandIn defaults) throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=jumpcloud,dc=com");
        config.setSchema(null);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("plain", 0));
        config.addAdditionalBindCredentials(defaults.readerDn(), defaults.readerPassword());
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=jumpcloud,dc=com", "objectClass: domain", "dc: jumpcloud");
        server.add("dn: " + defaults.baseDn(), "objectClass: organization");
        server.add("dn: " + defaults.usersDn(), "objectClass: organizationalUnit", "ou: Users");
        server.add("dn: uid=here," + defaults.usersDn(), "objectClass: inetOrgPerson", "uid: here", "uidNumber: 1");
        server.add(
                "dn: ou=More," + defaults.usersDn(),
                "objectClass: referral",
                "objectClass: extensibleObject",
                "ou: More",
                "ref: ldap://127.0.0.1:1/ou=More," + defaults.usersDn());
        server.startListening();
        return server;
    }
}
