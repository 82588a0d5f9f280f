package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LargeCompanyTest {

    @Test
    void thousandsOfUsersWithLargeGroupAndBusyUserStartInSeconds() throws LDAPException {
        long start = System.nanoTime();
        try (JumpCloudStandIn standIn = JumpCloudStandIn.builder()
                        .generated(6000, 60, 5, 5000, 300)
                        .start();
                LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(Ldap.search(connection, standIn.baseDn(), "(objectClass=jumpcloudUser)")
                            .getEntryCount())
                    .isEqualTo(6001);
            SearchResultEntry large = Ldap.search(connection, standIn.baseDn(), "(cn=All Staff)")
                    .getSearchEntries()
                    .get(0);
            assertThat(large.getAttributeValues("member")).hasSize(5000);
            SearchResultEntry busy = Ldap.search(connection, standIn.baseDn(), "(uid=anna.adams)")
                    .getSearchEntries()
                    .get(0);
            assertThat(busy.getAttributeValues("memberOf")).hasSize(300 + 5 + 1);
        }
    }
}
