package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unusable;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Operation;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @BeforeEach
    void start() {
        standIn.resetCounts();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void bringsTheWholePersonWithOneSearch() {
        Lookup.Present found = present(byUsername("Jane.Doe"));

        DirectoryUser jane = found.user();
        assertThat(jane.id()).isEqualTo(Long.toString(standIn.directory().uidNumberOf("jane.doe")));
        assertThat(found.idAttribute()).isEqualTo(IdAttribute.UID_NUMBER);
        assertThat(jane.dn()).isEqualTo(standIn.directory().dnOf("jane.doe"));
        assertThat(jane.username()).isEqualTo("jane.doe");
        assertThat(jane.email()).isEqualTo("jane.doe@example.com");
        assertThat(jane.firstName()).isEqualTo("Jane");
        assertThat(jane.lastName()).isEqualTo("Doe");
        assertThat(jane.attributes())
                .containsEntry("title", List.of("Engineer"))
                .containsOnlyKeys("title", "sshKey");
        assertThat(found.groups())
                .extracting(DirectoryGroup::name)
                .containsExactlyInAnyOrder("Engineering", "Something (Special)", "C++ Guild", "wayk-users");
        assertThat(jane.groupKeys())
                .containsExactlyInAnyOrderElementsOf(
                        found.groups().stream().map(DirectoryGroup::key).toList())
                .contains(DistinguishedName.keyOf(standIn.directory().groupDnOf("C++ Guild")));
        assertThat(standIn.counts().searches()).isOne();
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void asksForNothingButWhatItNeeds() {
        present(byUsername("jane.doe"));

        assertThat(searches().get(0).attributes())
                .containsExactlyInAnyOrder(
                        "uid", "mail", "givenName", "sn", "entryUUID", "uidNumber", "title", "sshKey", "memberOf");
    }

    @Test
    void leavesMembershipsAloneWhereNothingNeedsThem() {
        setup.groupsEnabled = false;

        assertThat(present(byUsername("jane.doe")).groups()).isEmpty();
        assertThat(searches().get(0).attributes()).doesNotContain("memberOf");
    }

    @Test
    void oneOpenConnectionServesManyLookUpsWithOneSearchEach() {
        setup.use(directory -> {
            for (int i = 0; i < 5; i++) {
                present(directory.findByUsername("tom.baker"));
            }
        });

        assertThat(standIn.counts().connections()).isOne();
        assertThat(standIn.counts().roundTrips()).isEqualTo(1 + 5);
    }

    @Test
    void missingMailNamesAndGroupsStayMissing() {
        assertThat(present(byUsername("no.mail")).user().email()).isNull();
        assertThat(present(byUsername("no.names")).user().firstName()).isNull();
        assertThat(present(byUsername("no.names")).user().lastName()).isNull();
    }

    @Test
    void prefersEntryUuidWhereItIsServed() {
        standIn.behaviour().operationalAttributes(OperationalAttributes.ON_REQUEST);

        Lookup.Present found = present(byUsername("jane.doe"));

        assertThat(found.idAttribute()).isEqualTo(IdAttribute.ENTRY_UUID);
        assertThat(found.user().id()).matches("[0-9a-f-]{36}");
    }

    @Test
    void aUserWithoutTheConfiguredIdIsUnusable() {
        setup.idAttribute = IdAttribute.EMPLOYEE_NUMBER;

        assertThat(present(byUsername("jane.doe")).user().id()).isEqualTo("E-1007");
        assertThat(unusable(byUsername("tom.baker"))).contains("employeeNumber");
        assertThat(((Lookup.Unusable) byUsername("tom.baker")).cause()).isEqualTo(Lookup.Unusable.Cause.INCOMPLETE);
    }

    @Test
    void theReaderIsNobodyUnlessItIsAPerson() {
        assertThat(unusable(byUsername(standIn.readerName()))).contains("importBindUser");
        assertThat(byUsername(standIn.readerName()))
                .extracting(found -> ((Lookup.Unusable) found).cause())
                .isEqualTo(Lookup.Unusable.Cause.READER);

        setup.importBindUser = true;
        assertThat(present(byUsername(standIn.readerName())).user().username()).isEqualTo("ldapreader");
    }

    @Test
    void onlyMembersOfUserGroupsAreUsers() {
        setup.userGroups = List.of("no such group", "ENGINEERING");

        present(byUsername("tom.baker"));
        assertThat(unusable(byUsername("carlos.mendes"))).contains("userGroups");
        assertThat(unusable(byUsername("nora.lone"))).contains("userGroups");
    }

    @Test
    void saysByWhichGroupsSomebodyIsLetInOrNot() {
        assertThat(present(byUsername("jane.doe")).admittedBy()).isEmpty();
        setup.userGroups = List.of("no such group", "ENGINEERING", "wayk-users");
        setup.groupNames = List.of("C++*");

        assertThat(present(byUsername("jane.doe")).admittedBy()).containsExactly("Engineering", "wayk-users");

        setup.userGroups = List.of("no such group");
        Lookup.Unusable outside = (Lookup.Unusable) byUsername("jane.doe");
        assertThat(outside.cause()).isEqualTo(Lookup.Unusable.Cause.OUTSIDE_USER_GROUPS);
        assertThat(outside.dn()).isEqualTo(standIn.directory().dnOf("jane.doe"));
        assertThat(outside.groups()).contains("Engineering", "wayk-users");
    }

    @Test
    void theFilterThatIsShownIsTheOneThatIsSent() {
        setup.customFilter = "(|(title=Engineer)(title=Contr*))";
        UserSettings users = setup.config().users();

        byUsername(" Jane.D\u00f6e*)(uid=* ");
        setup.ask(directory -> directory.findById(IdAttribute.UID_NUMBER, "5001"));

        assertThat(searches())
                .extracting(Operation::filter)
                .startsWith(
                        SearchText.byName(users, "uid", " Jane.D\u00f6e*)(uid=* "),
                        SearchText.byId(users, IdAttribute.UID_NUMBER, "5001"));
    }

    @Test
    void userGroupsNeedNotBeImported() {
        setup.userGroups = List.of("Engineering");
        setup.groupNames = List.of("wayk-*");

        assertThat(present(byUsername("jane.doe")).groups())
                .extracting(DirectoryGroup::name)
                .containsExactly("wayk-users");
    }

    @Test
    void theCustomFilterNarrowsDown() {
        setup.customFilter = "(|(title=Engineer)(title=Controller))";

        present(byUsername("priya.nair"));
        assertThat(byUsername("george.hill")).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void withoutMemberOfTheGroupsAreAsked() {
        standIn.behaviour().memberOf(false);

        assertThat(present(byUsername("jane.doe")).groups())
                .extracting(DirectoryGroup::name)
                .containsExactlyInAnyOrder("Engineering", "Something (Special)", "C++ Guild", "wayk-users");
        assertThat(standIn.counts().searches()).isEqualTo(2);
    }

    @Test
    void onceMemberOfWasSeenItsAbsenceMeansNoGroups() {
        setup.use(directory -> {
            present(directory.findByUsername("jane.doe"));
            assertThat(present(directory.findByUsername("nora.lone")).groups()).isEmpty();
        });
        assertThat(standIn.counts().searches()).isEqualTo(2);
    }

    @Test
    void membershipSourceMemberAsksTheGroups() {
        setup.membershipSource = MembershipSource.MEMBER;

        assertThat(present(byUsername("smith(ext)")).groups())
                .extracting(DirectoryGroup::name)
                .containsExactly("Odd Cases");
        assertThat(searches()).hasSize(2);
        assertThat(searches().get(0).attributes()).doesNotContain("memberOf");
    }

    private Lookup byUsername(String username) {
        return setup.ask(directory -> directory.findByUsername(username));
    }

    private List<Operation> searches() {
        return standIn.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.SEARCH)
                .toList();
    }
}
