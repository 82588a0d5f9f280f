package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JumpCloudStandInExtension.class)
class JournalTest {

    @Test
    void everyOperationIsCountedAndLogged(JumpCloudStandIn standIn) throws LDAPException {
        OperationCounts before = standIn.counts();
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            Ldap.search(connection, standIn.usersDn(), "(mail=jane.doe@example.com)", "uid", "mail");
            connection.compare(standIn.readerDn(), "uid", "ldapreader");
            Ldap.code(() -> connection.bind(standIn.readerDn(), "wrong-password"));
        }
        await().until(() -> standIn.counts().unbinds() == 1);

        assertThat(standIn.counts().minus(before))
                .isEqualTo(new OperationCounts(1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0));
        assertThat(standIn.counts().roundTrips()).isEqualTo(4);
        Operation search = standIn.operations().get(1);
        assertThat(search.kind()).isEqualTo(OperationKind.SEARCH);
        assertThat(search.dn()).isEqualTo(standIn.readerDn());
        assertThat(search.base()).isEqualTo(standIn.usersDn());
        assertThat(search.scope()).isEqualTo("sub");
        assertThat(search.filter()).isEqualTo("(mail=jane.doe@example.com)");
        assertThat(search.attributes()).containsExactly("uid", "mail");
        assertThat(search.resultCode()).isZero();
        assertThat(search.entries()).isEqualTo(1);
        assertThat(standIn.operations().toString()).doesNotContain(standIn.readerPassword(), "wrong-password");
    }

    @Test
    void extensionStartsEachTestWithCleanCountsAndBehaviour(JumpCloudStandIn standIn) throws LDAPException {
        assertThat(standIn.counts().bindsOk()).isZero();
        standIn.behaviour().unavailable(true);
        standIn.stopListening();
        standIn.reset();
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(connection.isConnected()).isTrue();
        }
    }
}
