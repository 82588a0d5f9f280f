package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Joiners, movers and leavers: point 14. */
class LifeCycleTest {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(JumpCloudStandIn.Builder::company).perTest();

    private final JumpCloudStandIn standIn = JUMPCLOUD.standIn();
    private final StandInDirectory directory = standIn.directory();

    @Test
    void renameIsANewDnWithTheSameNumber() throws LDAPException {
        long number = directory.uidNumberOf("jane.doe");
        String password = standIn.passwordOf("jane.doe");
        int groups = memberOf("jane.doe").size();

        directory.renameUser("jane.doe", "jane.smith");

        assertThat(find("(uid=jane.doe)")).isEmpty();
        SearchResultEntry renamed = find("(uid=jane.smith)").get(0);
        assertThat(renamed.getDN()).startsWith("uid=jane.smith,");
        assertThat(renamed.getAttributeValueAsLong("uidNumber")).isEqualTo(number);
        assertThat(memberOf("jane.smith")).hasSize(groups);
        assertThat(find("(member=" + renamed.getDN() + ")")).hasSize(groups);
        assertThat(find("(member=" + directory.dnOf("jane.doe") + ")")).isEmpty();
        assertThat(find("(memberUid=jane.smith)")).hasSize(1);
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(Ldap.code(() -> connection.bind(directory.dnOf("jane.doe"), password)))
                    .isEqualTo(49);
            assertThat(Ldap.code(() -> connection.bind(renamed.getDN(), password)))
                    .isZero();
        }
    }

    @Test
    void recreatedUserIsSomebodyElse() throws LDAPException {
        long number = directory.uidNumberOf("tom.baker");
        directory.recreateUser("tom.baker");
        SearchResultEntry recreated = find("(uid=tom.baker)").get(0);
        assertThat(recreated.getAttributeValueAsLong("uidNumber")).isGreaterThan(number);
        assertThat(memberOf("tom.baker")).isEmpty();
        assertThat(find("(member=" + recreated.getDN() + ")")).isEmpty();
    }

    @Test
    void removedUserLeavesItsGroups() throws LDAPException {
        directory.removeUser("carlos.mendes");
        assertThat(find("(uid=carlos.mendes)")).isEmpty();
        assertThat(find("(cn=Finance, Vienna)").get(0).getAttributeValues("member"))
                .hasSize(1);
        directory.removeUser("priya.nair");
        assertThat(find("(cn=Finance, Vienna)")).isEmpty();
        assertThatThrownBy(() -> directory.removeUser("priya.nair")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delayedGroupsArriveOnCommand() throws LDAPException {
        standIn.behaviour().delayGroups(true);
        directory.addUser(StandInUser.of("new.hire", "Nina", "Hire").inGroups("Engineering", "Onboarding"));
        assertThat(find("(uid=new.hire)")).hasSize(1);
        assertThat(memberOf("new.hire")).isEmpty();
        assertThat(find("(cn=Onboarding)")).isEmpty();

        directory.releaseGroups();

        assertThat(memberOf("new.hire"))
                .containsExactlyInAnyOrder(directory.groupDnOf("Engineering"), directory.groupDnOf("Onboarding"));
        assertThat(find("(cn=Onboarding)")).hasSize(1);
    }

    @Test
    void groupsCanBeRenamedAndRemoved() throws LDAPException {
        directory.renameGroup("Engineering", "Product Engineering");
        assertThat(find("(cn=Engineering)")).isEmpty();
        assertThat(find("(cn=Product Engineering)").get(0).getAttributeValue("ou"))
                .isEqualTo("Product Engineering");
        assertThat(memberOf("lisa.wong")).containsExactly(directory.groupDnOf("Product Engineering"));
        directory.removeGroup("Product Engineering");
        assertThat(memberOf("lisa.wong")).isEmpty();
    }

    @Test
    void attributesAndPasswordsChange() throws LDAPException {
        directory.setAttribute("lisa.wong", "sn", "Wong-Meyer").setAttribute("lisa.wong", "uidNumber", "5000");
        SearchResultEntry changed = find("(uid=lisa.wong)").get(0);
        assertThat(changed.getAttributeValue("cn")).isEqualTo("Lisa Wong-Meyer");
        // Administrators can give two people one number; uniqueness is promised nowhere.
        assertThat(find("(uidNumber=5000)")).hasSize(2);
        directory.removeAttribute("lisa.wong", "mail");
        assertThat(find("(uid=lisa.wong)").get(0).hasAttribute("mail")).isFalse();
        directory.setPassword("lisa.wong", "Changed1!");
        try (LDAPConnection connection = Ldap.as(standIn, "lisa.wong")) {
            assertThat(Ldap.code(() -> connection.bind(directory.dnOf("lisa.wong"), "lisa.wong-Secret01!")))
                    .isEqualTo(49);
        }
    }

    private List<String> memberOf(String uid) throws LDAPException {
        String[] values = find("(uid=" + uid + ")").get(0).getAttributeValues("memberOf");
        return values == null ? List.of() : List.of(values);
    }

    private List<SearchResultEntry> find(String filter) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            return Ldap.search(connection, standIn.baseDn(), filter).getSearchEntries();
        }
    }
}
