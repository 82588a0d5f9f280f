package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.failed;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.snapshot;
import static io.github.keycloakjumpcloud.directory.ldap.SnapshotContents.usernames;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.standin.ForbiddenSearch;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Outage;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.SizeLimitScope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, outages and mistakes that leave a read incomplete or without any answer. */
class ReadIncompleteTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
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
        return setup.ask(LdapDirectory::read);
    }
}
