package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.snapshot;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.groupNames;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.groupsOf;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.usernames;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void theReaderIsImportedIfItIsAPerson() {
        setup.importBindUser = true;

        ReadOutcome.Snapshot read = snapshot(read());

        assertThat(usernames(read)).contains("ldapreader");
        assertThat(read.skipped()).isEmpty();
    }

    private ReadOutcome read() {
        standIn.resetCounts();
        return setup.ask(LdapDirectory::read);
    }
}
