package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree and the entries: points 1 to 4 and 15 of what a faithful stand-in must reproduce. */
@ExtendWith(JumpCloudStandInExtension.class)
class EntryShapesTest {

    private static final String[] USER_CLASSES = {
        "top", "person", "organizationalPerson", "inetOrgPerson", "shadowAccount", "posixAccount", "jumpcloudUser"
    };

    @Test
    void minimalUserHasExactlyTheLiveAttributes(JumpCloudStandIn standIn) throws LDAPException {
        standIn.directory()
                .addUser(StandInUser.of("peter.parker", "Peter", "Parker").inGroups("Something (Special)"));

        SearchResultEntry entry = only(standIn, "(uid=peter.parker)");

        assertThat(names(entry))
                .containsExactly(
                        "gidNumber",
                        "mail",
                        "memberOf",
                        "cn",
                        "uid",
                        "uidNumber",
                        "loginShell",
                        "homeDirectory",
                        "givenName",
                        "sn",
                        "objectClass");
        assertThat(entry.getDN())
                .isEqualTo("uid=peter.parker,ou=Users,o=" + standIn.organizationId() + ",dc=jumpcloud,dc=com");
        assertThat(entry.getAttributeValues("objectClass")).containsExactly(USER_CLASSES);
        assertThat(entry.getAttributeValue("cn")).isEqualTo("Peter Parker");
        assertThat(entry.getAttributeValue("homeDirectory")).isEqualTo("/home/peter.parker");
        assertThat(entry.getAttributeValue("loginShell")).isEqualTo("/bin/bash");
        assertThat(entry.getAttributeValue("memberOf")).isEqualTo("cn=Something (Special)," + standIn.usersDn());
        assertThat(entry.getAttributeValueAsLong("uidNumber"))
                .isGreaterThanOrEqualTo(5000)
                .isEqualTo(entry.getAttributeValueAsLong("gidNumber"));
        standIn.directory().removeUser("peter.parker");
    }

    @Test
    void onlyBindDnUsersAreMarked(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            var marked = Ldap.search(connection, standIn.baseDn(), "(jcLdapAdmin=TRUE)", "uid");
            assertThat(marked.getSearchEntries())
                    .extracting(entry -> entry.getAttributeValue("uid"))
                    .containsExactlyInAnyOrder("ldapreader", "alice.admin");
            assertThat(Ldap.search(connection, standIn.baseDn(), "(jcLdapAdmin=*)")
                            .getEntryCount())
                    .isEqualTo(2);
        }
    }

    @Test
    void groupsLookLikeTheLiveOnes(JumpCloudStandIn standIn) throws LDAPException {
        SearchResultEntry group = only(standIn, "(cn=Something \\28Special\\29)");

        assertThat(group.getDN()).isEqualTo("cn=Something (Special)," + standIn.usersDn());
        assertThat(names(group)).containsExactly("objectClass", "cn", "ou", "description", "member");
        assertThat(group.getAttributeValues("objectClass")).containsExactly("top", "groupOfNames");
        assertThat(group.getAttributeValue("ou")).isEqualTo("Something (Special)");
        assertThat(group.getAttributeValue("description")).isEqualTo("tagGroup");
        assertThat(group.getAttributeValues("member"))
                .contains(standIn.directory().dnOf("jane.doe"))
                .hasSize(3);
    }

    @Test
    void memberListsAreNotSorted(JumpCloudStandIn standIn) throws LDAPException {
        List<String> members = List.of(only(standIn, "(cn=Odd Cases)").getAttributeValues("member"));

        assertThat(members).isNotEqualTo(members.stream().sorted().toList());
    }

    @Test
    void posixGroupAndSambaDomainAreEntriesOfTheirOwn(JumpCloudStandIn standIn) throws LDAPException {
        SearchResultEntry posix = only(standIn, "(&(objectClass=posixGroup)(memberUid=jane.doe))");
        assertThat(names(posix)).containsExactly("objectClass", "cn", "gidNumber", "description", "memberUid");
        assertThat(posix.getAttributeValue("gidNumber")).isEqualTo("7001");

        SearchResultEntry samba = only(standIn, "(&(objectClass=sambaDomain)(sambaDomainName=workgroup))");
        assertThat(samba.getDN()).isEqualTo("sambaDomainName=WORKGROUP," + standIn.usersDn());
        assertThat(only(standIn, "(uid=samba.user)").getAttributeValues("objectClass"))
                .contains("sambaSamAccount", "ntPasswordEncryption");
    }

    @Test
    void membershipShowsOnBothSides(JumpCloudStandIn standIn) throws LDAPException {
        standIn.directory().addMember("Finance, Vienna", "nora.lone");
        String dn = only(standIn, "(uid=nora.lone)").getAttributeValue("memberOf");
        assertThat(dn).isEqualTo("cn=Finance\\2C Vienna," + standIn.usersDn());
        assertThat(only(
                                standIn,
                                "(memberOf=CN=Finance\\5c, Vienna, OU=users,o=" + standIn.organizationId()
                                        + ",dc=JumpCloud,dc=com)",
                                "(uid=nora.lone)")
                        .getDN())
                .isEqualTo(standIn.directory().dnOf("nora.lone"));
        assertThat(only(
                                standIn,
                                "(member="
                                        + Filter.encodeValue(standIn.directory().dnOf("nora.lone")) + ")")
                        .getDN())
                .isEqualTo(dn);

        standIn.directory().removeMember("Finance, Vienna", "nora.lone");
        assertThat(only(standIn, "(uid=nora.lone)").hasAttribute("memberOf")).isFalse();
        assertThat(only(standIn, "(cn=finance, vienna)").getAttributeValues("member"))
                .hasSize(2);
    }

    @Test
    void emptyAndUnboundGroupsAreAbsent(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            String filter = "(|(cn=Empty Group)(cn=Not In LDAP))";
            assertThat(Ldap.search(connection, standIn.baseDn(), filter).getEntryCount())
                    .isZero();
            assertThat(only(standIn, "(uid=julia.novak)").hasAttribute("memberOf"))
                    .isFalse();

            standIn.directory().addMember("Empty Group", "jane.doe").setGroupBound("Not In LDAP", true);
            assertThat(Ldap.search(connection, standIn.baseDn(), filter).getEntryCount())
                    .isEqualTo(2);
            assertThat(only(standIn, "(uid=julia.novak)").hasAttribute("memberOf"))
                    .isTrue();

            standIn.directory().removeMember("Empty Group", "jane.doe").setGroupBound("Not In LDAP", false);
            assertThat(Ldap.search(connection, standIn.baseDn(), filter).getEntryCount())
                    .isZero();
        }
    }

    @Test
    void companyHasAllOddCases(JumpCloudStandIn standIn) throws LDAPException {
        assertThat(standIn.directory().usernames()).hasSizeBetween(38, 50);
        assertThat(only(standIn, "(uid=no.surname)").hasAttribute("sn")).isFalse();
        assertThat(only(standIn, "(uid=no.givenname)").hasAttribute("givenName"))
                .isFalse();
        assertThat(only(standIn, "(uid=no.names)").getAttributeValue("cn")).isEqualTo("no.names");
        assertThat(only(standIn, "(uid=no.mail)").hasAttribute("mail")).isFalse();
        assertThat(only(standIn, "(uid=two.mails)").getAttributeValues("mail")).hasSize(2);
        assertThat(only(standIn, "(mail=ursula.upper@example.com)").getAttributeValue("mail"))
                .isEqualTo("Ursula.UPPER@Example.COM");
        assertThat(only(standIn, "(uid=" + Company.LONG_UID + ")").getAttributeValue("uid"))
                .hasSize(64);
        assertThat(only(standIn, "(cn=jürgen müller)").getDN())
                .isEqualTo(standIn.directory().dnOf("juergen.mueller"));
        assertThat(only(standIn, "(uid=smith\\28ext\\29)").getDN()).startsWith("uid=smith(ext),");
        assertThat(only(standIn, "(cn=#ops)").getDN()).isEqualTo("cn=\\23ops," + standIn.usersDn());
        assertThat(only(standIn, "(cn=C++ Guild)").getDN()).isEqualTo("cn=C\\2B\\2B Guild," + standIn.usersDn());
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(Ldap.search(connection, standIn.baseDn(), "(mail=shared.box@example.com)")
                            .getEntryCount())
                    .isEqualTo(2);
            assertThat(Ldap.search(connection, standIn.baseDn(), "(objectClass=groupOfNames)")
                            .getEntryCount())
                    .isEqualTo(8);
        }
    }

    @Test
    void scopesWorkFromOrganizationAndContainer(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            Filter people = Filter.createEqualityFilter("objectClass", "jumpcloudUser");
            int all = standIn.directory().usernames().size();
            assertThat(connection
                            .search(standIn.baseDn(), SearchScope.SUB, people)
                            .getEntryCount())
                    .isEqualTo(all);
            assertThat(connection
                            .search(standIn.usersDn(), SearchScope.SUB, people)
                            .getEntryCount())
                    .isEqualTo(all);
            assertThat(connection
                            .search(standIn.usersDn(), SearchScope.ONE, people)
                            .getEntryCount())
                    .isEqualTo(all);
            assertThat(connection
                            .search(standIn.baseDn(), SearchScope.ONE, people)
                            .getEntryCount())
                    .isZero();
            String jane = standIn.directory().dnOf("jane.doe").replace("dc=jumpcloud", "DC=JumpCloud");
            assertThat(connection.search(jane, SearchScope.BASE, people).getEntryCount())
                    .isEqualTo(1);
            String noGroupsContainer = "ou=Groups," + standIn.baseDn();
            assertThat(Ldap.code(() -> connection.search(noGroupsContainer, SearchScope.SUB, people)))
                    .isEqualTo(32);
        }
    }

    @Test
    void otherOrganizationDoesNotExist(JumpCloudStandIn standIn) throws LDAPException {
        StandInDirectory other = standIn.otherDirectory();
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            for (String hidden :
                    List.of(other.organizationDn(), other.usersDn(), other.dnOf("jane.doe"), "dc=jumpcloud,dc=com")) {
                assertThat(Ldap.code(() -> Ldap.search(connection, hidden, "(objectClass=*)")))
                        .isEqualTo(32);
            }
            assertThat(Ldap.search(connection, standIn.baseDn(), "(uid=olga.stern)")
                            .getEntryCount())
                    .isZero();
            // Same name, another person, another password.
            assertThat(Ldap.code(() -> connection.bind(other.dnOf("jane.doe"), standIn.passwordOf("jane.doe"))))
                    .isEqualTo(49);
            connection.bind(other.dnOf("ldapreader"), other.passwordOf("ldapreader"));
            assertThat(Ldap.search(connection, other.organizationDn(), "(uid=olga.stern)")
                            .getEntryCount())
                    .isEqualTo(1);
            assertThat(Ldap.code(() -> Ldap.search(connection, standIn.baseDn(), "(uid=*)")))
                    .isEqualTo(32);
        }
    }

    @Test
    void passwordsAreNeverServed(JumpCloudStandIn standIn) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            String filter = "(objectClass=jumpcloudUser)";
            assertThat(Ldap.search(connection, standIn.baseDn(), filter, "*", "userPassword", "sambaNTPassword")
                            .getSearchEntries())
                    .noneMatch(entry -> entry.hasAttribute("userPassword") || entry.hasAttribute("sambaNTPassword"));
            assertThat(Ldap.search(connection, standIn.baseDn(), "(userPassword=*)")
                            .getEntryCount())
                    .isZero();

            standIn.behaviour().ownPassword(true);
            assertThat(Ldap.search(connection, standIn.baseDn(), filter).getSearchEntries().stream()
                            .filter(entry -> entry.hasAttribute("userPassword"))
                            .map(SearchResultEntry::getDN))
                    .containsExactly(standIn.readerDn());
        }
    }

    private static List<String> names(SearchResultEntry entry) {
        return entry.getAttributes().stream().map(Attribute::getName).toList();
    }

    private static SearchResultEntry only(JumpCloudStandIn standIn, String... filters) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            var found = Ldap.search(connection, standIn.baseDn(), "(&" + String.join("", filters) + ")");
            assertThat(found.getSearchEntries()).as(String.join("", filters)).hasSize(1);
            return found.getSearchEntries().get(0);
        }
    }
}
