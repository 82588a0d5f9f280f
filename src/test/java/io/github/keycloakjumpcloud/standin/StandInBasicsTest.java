package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Test;

class StandInBasicsTest {

    @Test
    void readerBindsAndReadsOverTlsInTwoRoundTrips() throws LDAPException {
        try (JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
                LDAPConnection connection = Ldap.tls(standIn, standIn.ldapsPort())) {
            OperationCounts before = standIn.counts();
            connection.bind(standIn.readerDn(), standIn.readerPassword());

            var found = Ldap.search(connection, standIn.baseDn(), "(uid=JANE.doe)");

            assertThat(found.getSearchEntries()).hasSize(1);
            assertThat(found.getSearchEntries().get(0).getAttributeValue("memberOf"))
                    .isEqualTo("cn=Engineering," + standIn.usersDn());
            OperationCounts counts = standIn.counts().minus(before);
            assertThat(counts.roundTrips()).isEqualTo(2);
            assertThat(counts.bindsOk()).isEqualTo(1);
            assertThat(standIn.counts().tlsHandshakes()).isEqualTo(1);
            assertThat(standIn.operations()).hasSize(2).noneSatisfy(operation -> assertThat(operation.toString())
                    .contains(standIn.readerPassword()));
        }
    }
}
