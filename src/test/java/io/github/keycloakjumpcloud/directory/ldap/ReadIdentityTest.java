package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.snapshot;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.reason;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.user;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.usernames;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.StandInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What identifies a user, and entries that nothing identifies. */
class ReadIdentityTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void entriesThatCannotBeUsersAreRejectedWithARemedy() {
        standIn.directory().addUser(StandInUser.of("nameless", "Name", "Less").with("displayName", "N"));
        standIn.directory().addUser(StandInUser.of("x".repeat(300), "Too", "Long"));
        setup.usernameAttribute = "displayName";
        standIn.directory().setAttribute("tom.baker", "displayName", "Tom\tBaker");
        standIn.directory().setAttribute("lisa.wong", "displayName", "w".repeat(256));

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(reason(read, standIn.directory().dnOf("tom.baker"))).contains("displayName", "control", "JumpCloud");
        assertThat(reason(read, standIn.directory().dnOf("lisa.wong"))).contains("displayName", "255", "JumpCloud");
        assertThat(reason(read, standIn.directory().dnOf("alice.admin"))).contains("no displayName");
        assertThat(read.incomplete()).isEmpty();
    }

    @Test
    void aMissingIdIsRejected() {
        setup.idAttribute = IdAttribute.EMPLOYEE_NUMBER;

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(usernames(read)).containsExactly("jane.doe");
        assertThat(reason(read, standIn.directory().dnOf("tom.baker"))).contains("employeeNumber", "uuidLDAPAttribute");
    }

    @Test
    void sharedIdsIdentifyNobody() {
        standIn.directory().setAttribute("tom.baker", "uidNumber", "5099");
        standIn.directory().setAttribute("lisa.wong", "uidNumber", "5099");

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(usernames(read)).doesNotContain("tom.baker", "lisa.wong").contains("jane.doe");
        assertThat(read.rejected())
                .extracting(RejectedEntry::dn)
                .containsExactlyInAnyOrder(
                        standIn.directory().dnOf("tom.baker"),
                        standIn.directory().dnOf("lisa.wong"));
        assertThat(reason(read, standIn.directory().dnOf("tom.baker"))).contains("uidNumber", "5099");
    }

    @Test
    void autoTakesWhatMostEntriesCarry() {
        standIn.behaviour().operationalAttributes(OperationalAttributes.SERVED);
        assertThat(snapshot(read()).idAttribute()).isEqualTo(IdAttribute.ENTRY_UUID);

        standIn.behaviour().operationalAttributes(OperationalAttributes.ABSENT);
        standIn.directory().removeAttribute("tom.baker", "uidNumber");
        ReadOutcome.Snapshot read = snapshot(read());
        assertThat(read.idAttribute()).isEqualTo(IdAttribute.UID_NUMBER);
        assertThat(reason(read, standIn.directory().dnOf("tom.baker"))).contains("uidNumber");

        standIn.directory().usernames().forEach(uid -> standIn.directory().removeAttribute(uid, "uidNumber"));
        read = snapshot(read());
        assertThat(read.idAttribute()).isEqualTo(IdAttribute.UID);
        assertThat(user(read, "tom.baker").id()).isEqualTo("tom.baker");
    }

    private ReadOutcome read() {
        standIn.resetCounts();
        return setup.ask(LdapDirectory::read);
    }
}
