package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.failed;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.Outage;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.SizeLimitScope;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTest {

    private static final Set<String> GROUPS = Set.of(
            "Engineering",
            "Something (Special)",
            "Vertrieb & Märkte",
            "Finance, Vienna",
            "C++ Guild",
            "#ops",
            "wayk-users",
            "Odd Cases");

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void bringsEverybodyWithOneSearchForUsersAndOneForGroups() {
        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.incomplete()).isEmpty();
        assertThat(usernames(read))
                .hasSize(standIn.directory().usernames().size() - 1)
                .contains("jane.doe", "smith(ext)", "juergen.mueller", "no.mail", "no.names", "suspended.user")
                .doesNotContain("ldapreader");
        assertThat(groupNames(read)).isEqualTo(GROUPS);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.skipped()).extracting(RejectedEntry::dn).containsExactly(standIn.readerDn());
        assertThat(read.idAttribute()).isEqualTo(IdAttribute.UID_NUMBER);
        assertThat(groupsOf(read, "jane.doe"))
                .containsExactlyInAnyOrder("Engineering", "Something (Special)", "C++ Guild", "wayk-users");
        assertThat(groupsOf(read, "nora.lone")).isEmpty();
        assertThat(standIn.counts().searches()).isEqualTo(2);
        assertThat(standIn.counts().pages()).isZero();
        assertThat(standIn.operations())
                .noneSatisfy(operation -> assertThat(operation.attributes()).contains("member"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MembershipSource.class,
            names = {"AUTO", "MEMBER"})
    void memberGivesTheSameGroupsAsMemberOf(MembershipSource source) {
        ReadOutcome.Snapshot byMemberOf = snapshot(read());
        standIn.behaviour().memberOf(source == MembershipSource.MEMBER);
        setup.membershipSource = source;

        ReadOutcome.Snapshot byMember = snapshot(read());

        assertThat(byMember.users()).containsExactlyInAnyOrderElementsOf(byMemberOf.users());
        assertThat(standIn.counts().searches()).isEqualTo(2);
    }

    @Test
    void groupKeysNameOnlyGroupsThatWereRead() {
        setup.groupNames = List.of("*eng*", "C++ *");

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(groupNames(read)).containsExactlyInAnyOrder("Engineering", "C++ Guild");
        assertThat(groupsOf(read, "jane.doe")).containsExactlyInAnyOrder("Engineering", "C++ Guild");
    }

    @Test
    void withoutGroupsThereIsNoSearchForThem() {
        setup.groupsEnabled = false;

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.groups()).isEmpty();
        assertThat(standIn.counts().searches()).isOne();
    }

    @Test
    void userGroupsKeepTheirMembersOnly() {
        setup.userGroups = List.of("engineering", "#OPS");
        setup.groupNames = List.of("wayk-users");

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(usernames(read))
                .containsExactlyInAnyOrder(
                        "tom.baker",
                        "jane.doe",
                        "omar.haddad",
                        "lisa.wong",
                        "ingrid.solberg",
                        "juergen.mueller",
                        "daniel.kim",
                        "helen.clark",
                        "ahmed.farouk",
                        "locked.out",
                        "expired.pw");
        assertThat(read.incomplete()).isEmpty();
        assertThat(groupNames(read)).containsExactly("wayk-users");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUnknownUserGroupMakesTheReadIncomplete(boolean groupsEnabled) {
        setup.userGroups = List.of("Engineering", "Enginering");
        setup.groupsEnabled = groupsEnabled;

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.incomplete()).contains(Problem.of(Problem.Kind.USER_GROUP_NOT_FOUND, "Enginering"));
        assertThat(usernames(read)).contains("jane.doe");
    }

    @Test
    void userGroupsWithoutImportedGroupsNeedMemberOfOrOneSearch() {
        setup.userGroups = List.of("C++ Guild");
        setup.groupsEnabled = false;
        assertThat(usernames(snapshot(read()))).containsExactlyInAnyOrder("jane.doe", "tom.baker", "zoe.garcia");
        assertThat(standIn.counts().searches()).isOne();

        standIn.behaviour().memberOf(false);
        assertThat(usernames(snapshot(read()))).containsExactlyInAnyOrder("jane.doe", "tom.baker", "zoe.garcia");
        assertThat(standIn.counts().searches()).isEqualTo(2);
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

    @Test
    void theReaderIsImportedIfItIsAPerson() {
        setup.importBindUser = true;

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(usernames(read)).contains("ldapreader");
        assertThat(read.skipped()).isEmpty();
    }

    @Test
    void aSizeLimitIsOvercomeInPages() {
        List<DirectoryUser> all = snapshot(read()).users();
        standIn.behaviour().serverSizeLimit(15);

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.incomplete()).isEmpty();
        assertThat(read.users()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(standIn.counts().pages()).isPositive();
    }

    @Test
    void aSizeLimitWithoutPagingMakesTheReadIncomplete() {
        standIn.behaviour().serverSizeLimit(15).paging(PagingMode.UNSUPPORTED);

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.incomplete()).contains(Problem.of(Problem.Kind.SIZE_LIMIT, "15"));
        assertThat(read.users()).hasSizeBetween(14, 15);
    }

    @Test
    void pagesReachBeyondALimitOfFiveHundred() {
        try (JumpCloudStandIn large =
                JumpCloudStandIn.builder().generated(1200, 10, 2).start()) {
            large.behaviour().serverSizeLimit(500);
            Setup here = new Setup(large);
            try (LdapConnections connections = here.connections()) {
                ReadOutcome.Snapshot read = snapshot(new LdapDirectory(connections, here.config()).read());

                assertThat(read.incomplete()).isEmpty();
                assertThat(read.users()).hasSize(1200).doesNotHaveDuplicates();
                assertThat(large.counts().pages()).isEqualTo(3);

                large.behaviour().sizeLimitScope(SizeLimitScope.OVERALL);
                ReadOutcome.Snapshot cut = snapshot(new LdapDirectory(connections, here.config()).read());
                assertThat(cut.incomplete().map(Problem::kind)).contains(Problem.Kind.SIZE_LIMIT);
                assertThat(cut.users()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 3, 10, 11, 52, 80})
    void anythingCutShortIsIncomplete(int code) {
        standIn.behaviour().cutSearchesAfter(20, code);

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(read.incomplete()).isPresent();
        assertThat(read.users()).hasSizeBetween(19, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 52})
    void nothingAtAllIsAFailure(int code) {
        standIn.behaviour().cutSearchesAfter(0, code);

        assertThat(failed(read()).kind())
                .isEqualTo(
                        code == 3
                                ? Problem.Kind.TIMEOUT
                                : code == 52 ? Problem.Kind.SERVER_ERROR : Problem.Kind.UNREACHABLE);
    }

    @Test
    void anOutageIsAFailure() {
        standIn.behaviour().unavailable(Outage.SEARCHES, 51);
        assertThat(failed(read()).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);

        standIn.stopListening();
        assertThat(failed(read()).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(ForbiddenSearch.class)
    void aReaderWithoutTheRightToSearchIsNotAnEmptyDirectory(ForbiddenSearch answer) {
        standIn.behaviour().forbiddenSearch(answer);
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(failed(read())).isEqualTo(Problem.of(Problem.Kind.READER_CANNOT_SEARCH, standIn.readerDn()));
    }

    @Test
    void nobodyButTheReaderIsAFailure() {
        setup.customFilter = "(uid=ldapreader)";

        Problem problem = failed(read());

        assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_USERS);
        assertThat(problem.details())
                .containsExactly(standIn.usersDn(), "(&(objectClass=inetOrgPerson)(uid=ldapreader))");
    }

    @Test
    void missingBasesAreNamed() {
        setup.groupsDn = "ou=Groups," + standIn.baseDn();
        assertThat(snapshot(read()).incomplete()).contains(Problem.of(Problem.Kind.BASE_NOT_FOUND, setup.groupsDn));

        setup.usersDn = "ou=People," + standIn.baseDn();
        assertThat(failed(read())).isEqualTo(Problem.of(Problem.Kind.BASE_NOT_FOUND, setup.usersDn));
    }

    private ReadOutcome read() {
        standIn.resetCounts();
        try (LdapConnections connections = setup.connections()) {
            return new LdapDirectory(connections, setup.config()).read();
        }
    }

    private static Set<String> usernames(ReadOutcome.Snapshot read) {
        return read.users().stream().map(DirectoryUser::username).collect(Collectors.toSet());
    }

    private static Set<String> groupNames(ReadOutcome.Snapshot read) {
        return read.groups().stream().map(DirectoryGroup::name).collect(Collectors.toSet());
    }

    private static DirectoryUser user(ReadOutcome.Snapshot read, String username) {
        return read.users().stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> groupsOf(ReadOutcome.Snapshot read, String username) {
        return user(read, username).groupKeys().stream()
                .map(key -> read.groups().stream()
                        .filter(group -> group.key().equals(key))
                        .map(DirectoryGroup::name)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String reason(ReadOutcome.Snapshot read, String dn) {
        return read.rejected().stream()
                .filter(entry -> Objects.equals(entry.dn(), dn))
                .map(RejectedEntry::reason)
                .findFirst()
                .orElseThrow();
    }
}
