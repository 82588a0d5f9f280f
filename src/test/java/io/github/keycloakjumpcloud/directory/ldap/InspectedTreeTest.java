package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.failed;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an inspection sees with the reader's eyes. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InspectedTreeTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().empty().start();
    private final Setup setup = new Setup(standIn);

    InspectedTreeTest() {
        standIn.directory()
                .addUser(StandInUser.of("cleo", "Cleo", "Cole").without("mail"))
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert")
                .addGroup("Board", "cleo");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void everything() {
        Inspection.Tree tree = inspect();

        assertThat(seen(tree.search())).isEqualTo(standIn.baseDn());
        assertThat(seen(tree.base())).containsExactly(standIn.usersDn());
        assertThat(seen(tree.users()))
                .isEqualTo(new Inspection.Users(3, true, List.of("anna", "bert", "cleo"), 1, 0, standIn.readerName()));
        assertThat(seen(tree.groups()))
                .isEqualTo(new Inspection.Groups(2, true, 2, List.of("Board", "Team"), List.of(), null));
        assertThat(seen(tree.identity())).isEqualTo(new Inspection.Identity(IdAttribute.UID_NUMBER, 0));
        // The reader is one of those delivered.
        assertThat(seen(tree.paging())).isEqualTo(new Inspection.Paging(true, 4, Inspection.Reach.WHOLE));
    }

    @Test
    void aReaderWhoIsAPersonCounts() {
        setup.importBindUser = true;

        Inspection.Users users = seen(inspect().users());

        assertThat(users.found()).isEqualTo(4);
        assertThat(users.leftOut()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ForbiddenSearch.class)
    void withoutTheRightToSearch(ForbiddenSearch answer) {
        standIn.behaviour().forbiddenSearch(answer);
        standIn.directory().setBindDn(standIn.readerName(), false);

        Inspection.Tree tree = inspect();

        assertThat(failed(tree.search())).isEqualTo(Problem.of(Kind.READER_CANNOT_SEARCH, standIn.readerDn()));
        assertThat(tree.base()).isEqualTo(new Look.Skipped<>());
        assertThat(tree.users()).isEqualTo(new Look.Skipped<>());
        assertThat(tree.groups()).isEqualTo(new Look.Skipped<>());
        assertThat(tree.identity()).isEqualTo(new Look.Skipped<>());
        assertThat(tree.paging()).isEqualTo(new Look.Skipped<>());
    }

    @Test
    void pathsThatDoNotExist() {
        setup.groupsDn = "ou=Groups," + standIn.baseDn();
        assertThat(failed(inspect().base())).isEqualTo(Problem.of(Kind.BASE_NOT_FOUND, setup.groupsDn));

        setup.groupsEnabled = false;
        assertThat(seen(inspect().base())).containsExactly(standIn.usersDn());

        setup.usersDn = "ou=People," + standIn.baseDn();
        Inspection.Tree tree = inspect();
        assertThat(failed(tree.base())).isEqualTo(Problem.of(Kind.BASE_NOT_FOUND, setup.usersDn));
        assertThat(tree.users()).isEqualTo(new Look.Skipped<>());
    }

    @Test
    void nobodyButTheReader() {
        List.of("anna", "bert", "cleo").forEach(standIn.directory()::removeUser);

        Inspection.Tree tree = inspect();

        assertThat(failed(tree.users()))
                .isEqualTo(Problem.of(Kind.NO_USERS, standIn.usersDn(), "(objectClass=inetOrgPerson)"));
        assertThat(seen(tree.groups()).found()).isZero();
        assertThat(tree.identity()).isEqualTo(new Look.Skipped<>());
        assertThat(tree.paging()).isEqualTo(new Look.Skipped<>());
    }

    @Test
    void requiredGroups() {
        setup.userGroups = List.of("team", "Bord");
        assertThat(seen(inspect().groups()).missing()).containsExactly("Bord");

        setup.groupsEnabled = false;
        Inspection.Groups unimported = seen(inspect().groups());
        assertThat(unimported.missing()).containsExactly("Bord");
        assertThat(unimported.imported()).isZero();

        // As in a sync, users name their groups well enough.
        setup.groupObjectClass = "groupOfUniqueNames";
        assertThat(seen(inspect().groups()).missing()).containsExactly("Bord");

        setup.userGroups = List.of();
        assertThat(inspect().groups()).isEqualTo(new Look.Skipped<>());
    }

    @Test
    void requiredGroupsThatOnlyUsersNameAreJudgedAsASyncDoes() {
        setup.groupsEnabled = false;
        for (int i = 0; i < 60; i++) {
            standIn.directory().addUser(StandInUser.of("first" + i, "First", "Person"));
        }
        standIn.directory()
                .addUser(StandInUser.of("zoe", "Zoe", "Zahn"))
                .addGroup("Late", "zoe")
                .addGroup("Only the reader's", standIn.readerName());
        setup.userGroups = List.of("Late");
        assertThat(seen(inspect().groups()).missing()).isEmpty();
        assertThat(shortfall()).isNull();
        // There is such a group, but nobody whom a sync could see in it.
        setup.userGroups = List.of("Only the reader's");
        assertThat(seen(inspect().groups()).missing()).containsExactly("Only the reader's");
        assertThat(shortfall()).isEqualTo(Problem.of(Kind.USER_GROUP_NOT_FOUND, "Only the reader's"));

        setup.groupObjectClass = "groupOfUniqueNames";
        setup.userGroups = List.of("Late");
        assertThat(seen(inspect().groups()).missing()).isEmpty();
        assertThat(shortfall()).isNull();
        // Without the names in the users' entries the groups themselves are read.
        setup.membershipSource = MembershipSource.MEMBER;
        assertThat(seen(inspect().groups()).missing()).containsExactly("Late");
        assertThat(shortfall()).isEqualTo(Problem.of(Kind.USER_GROUP_NOT_FOUND, "Late"));
        setup.groupObjectClass = "groupOfNames";
        assertThat(seen(inspect().groups()).missing()).isEmpty();
        assertThat(shortfall()).isNull();
    }

    private @Nullable Problem shortfall() {
        return ((ReadOutcome.Snapshot) setup.ask(LdapDirectory::read)).shortfall();
    }

    @Test
    void groupsToImport() {
        setup.groupNames = List.of("T*");

        assertThat(seen(inspect().groups()))
                .isEqualTo(new Inspection.Groups(2, true, 1, List.of("Team"), List.of(), null));
    }

    @Test
    void groupsThatOnlyUsersName() {
        setup.groupObjectClass = "groupOfUniqueNames";
        assertThat(seen(inspect().groups()).unlisted())
                .isIn(standIn.directory().groupDnOf("Team"), standIn.directory().groupDnOf("Board"));

        setup.membershipSource = MembershipSource.MEMBER;
        assertThat(seen(inspect().groups()).unlisted()).isNull();
    }

    @Test
    void whatUsersAreRecognisedBy() {
        standIn.directory().setAttribute("anna", "uidNumber", "5099").setAttribute("bert", "uidNumber", "5099");
        assertThat(seen(inspect().identity())).isEqualTo(new Inspection.Identity(IdAttribute.UID_NUMBER, 2));

        standIn.behaviour().operationalAttributes(OperationalAttributes.ON_REQUEST);
        assertThat(seen(inspect().identity())).isEqualTo(new Inspection.Identity(IdAttribute.ENTRY_UUID, 0));

        setup.idAttribute = IdAttribute.EMPLOYEE_NUMBER;
        standIn.directory().setAttribute("anna", "employeeNumber", "7");
        assertThat(seen(inspect().users()).unusable()).isEqualTo(2);
    }

    @Test
    void aSilentServerIsWaitedForOnce() {
        setup.readTimeout = Duration.ofMillis(300);
        standIn.behaviour().hang(Hang.SEARCH);

        Inspection.Tree tree = inspect();

        assertThat(failed(tree.search())).isEqualTo(Problem.of(Kind.TIMEOUT, "300"));
        assertThat(tree.base()).isEqualTo(new Look.Skipped<>());
    }

    private Inspection.Tree inspect() {
        try (TrialConnections connections = setup.trial()) {
            return new LdapInspector(connections, setup.config()).inspect().tree();
        }
    }
}
