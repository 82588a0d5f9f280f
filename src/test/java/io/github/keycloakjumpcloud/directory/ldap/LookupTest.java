package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unusable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Operation;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.Outage;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        withDirectory(directory -> {
            for (int i = 0; i < 5; i++) {
                present(directory.findByUsername("tom.baker"));
            }
        });

        assertThat(standIn.counts().connections()).isOne();
        assertThat(standIn.counts().roundTrips()).isEqualTo(1 + 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smith(ext)",
                "juergen.mueller",
                "maximiliane.von.und.zu.hohenstein-oberbergenstadt.der.juengere.x",
                "no.names",
                " tom.baker "
            })
    void findsOddNames(String username) {
        assertThat(present(byUsername(username)).user().username()).isEqualTo(username.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "tom*", "(uid=*)", "tom.baker)(uid=*", "\\2a", "ümlaut", "comma, name", "#hash", "a\\b"})
    void takesNoNameForAFilter(String username) {
        assertThat(byUsername(username)).isInstanceOf(Lookup.Absent.class);
        assertThat(standIn.counts().searches()).isOne();
        assertThat(standIn.counts().entries()).isZero();
    }

    @Test
    void findsNamesWithEverySpecialCharacter() {
        String name = "o'neil, (änne) * \\ =+<>#;\"";
        standIn.directory().addUser(StandInUser.of(name, "Änne", "O'Neil"));

        assertThat(present(byUsername(name)).user().username()).isEqualTo(name);
    }

    @Test
    void refusesImpossibleNamesWithoutARequest() {
        for (String name : List.of("", "   ", "a\0b", "tab\tbed", "x".repeat(256), "y".repeat(10_000))) {
            assertThat(byUsername(name)).isInstanceOf(Lookup.Absent.class);
            assertThat(byEmail(name)).isInstanceOf(Lookup.Absent.class);
        }
        assertThat(standIn.counts().connections()).isZero();
    }

    @Test
    void findsByAddressWhateverItsCase() {
        assertThat(present(byEmail("ursula.upper@EXAMPLE.com")).user().username())
                .isEqualTo("upper.mail");
    }

    @Test
    void keepsTheFirstOfTwoAddressesAndFindsByNoOther() {
        assertThat(present(byEmail("t.twice@example.com")).user().email()).isEqualTo("t.twice@example.com");
        assertThat(byEmail("tina.twice@example.com")).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void doesNotGuessWhoseASharedAddressIs() {
        assertThat(unusable(byEmail("shared.box@example.com"))).contains("mail");
    }

    @Test
    void anAnswerCutShortIsNoAnswer() {
        standIn.behaviour().serverSizeLimit(1);

        assertThat(unknown(byEmail("shared.box@example.com")).kind()).isEqualTo(Problem.Kind.SIZE_LIMIT);
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
    }

    @Test
    void theReaderIsNobodyUnlessItIsAPerson() {
        assertThat(unusable(byUsername(standIn.readerName()))).contains("importBindUser");

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
        withDirectory(directory -> {
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

    @Test
    void aReaderWithoutTheRightToSearchIsNoProofOfAbsence() {
        standIn.directory().setBindDn(standIn.readerName(), false);

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.READER_CANNOT_SEARCH);
    }

    @Test
    void aMissingBaseIsNoProofOfAbsence() {
        setup.usersDn = "ou=People," + standIn.baseDn();

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BASE_NOT_FOUND);
        assertThat(problem.details()).containsExactly(setup.usersDn);
    }

    @Test
    void aWrongReaderPasswordIsItsOwnProblem() {
        setup.bindCredential = "wrong";

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.READER_REFUSED);
        assertThat(problem.details()).containsExactly(standIn.readerDn(), standIn.organizationId());
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void aRefusedReaderDoesNotTryItsPasswordAtEveryLookUp() {
        setup.bindCredential = "wrong";
        setup.upkeep =
                new Upkeep(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(500));

        withDirectory(directory -> {
            for (int i = 0; i < 5; i++) {
                assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.READER_REFUSED);
            }
            assertThat(standIn.counts().binds()).isOne();

            standIn.directory().setPassword(standIn.readerName(), "wrong");
            await().untilAsserted(() -> present(directory.findByUsername("jane.doe")));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 11, 50, 51, 52, 53, 80})
    void anyOtherAnswerIsNoProofOfAbsence(int code) {
        standIn.behaviour().unavailable(Outage.SEARCHES, code);

        Problem problem = unknown(byUsername("jane.doe"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(problem.details().get(0)).startsWith(code + " ");
        assertThat(standIn.counts().searches()).isOne();
    }

    @Test
    void aTimeLimitIsATimeout() {
        standIn.behaviour().unavailable(Outage.SEARCHES, 3);

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.TIMEOUT);
    }

    @Test
    void aBrokenCustomFilterIsAProblemAndNotAnAnswer() {
        setup.customFilter = "(title=";

        assertThat(unknown(byUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
    }

    @Test
    void anEmptyAnswerIsAbsence() {
        standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);

        assertThat(byUsername("nobody.here")).isEqualTo(new Lookup.Absent());
    }

    private Lookup byUsername(String username) {
        return ask(directory -> directory.findByUsername(username));
    }

    private Lookup byEmail(String email) {
        return ask(directory -> directory.findByEmail(email));
    }

    private Lookup ask(Function<LdapDirectory, Lookup> question) {
        try (LdapConnections connections = setup.connections()) {
            return question.apply(new LdapDirectory(connections, setup.config()));
        }
    }

    private void withDirectory(Consumer<LdapDirectory> work) {
        try (LdapConnections connections = setup.connections()) {
            work.accept(new LdapDirectory(connections, setup.config()));
        }
    }

    private List<Operation> searches() {
        return standIn.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.SEARCH)
                .toList();
    }
}
