package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Inspection.Paging;
import io.github.keycloakjumpcloud.directory.Inspection.Reach;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.SizeLimitScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An inspection of more than it counts, and of servers that deliver only so much. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InspectedCrowdTest {

    private static final int COUNTED = 1_000;
    private static final int SERVERS_LIMIT = 300;

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(builder -> builder.generated(1_200, 1_100, 2));

    private final JumpCloudStandIn standIn = JUMPCLOUD.standIn();
    private final Setup setup = new Setup(standIn);

    @Test
    void noMoreThanAThousandAreCounted() {
        Inspection.Tree tree = inspect();

        // The reader may be among the thousand.
        assertThat(seen(tree.users()).found()).isBetween(COUNTED - 1, COUNTED);
        assertThat(seen(tree.users()).complete()).isFalse();
        assertThat(seen(tree.users()).examples()).hasSize(10).isSorted();
        assertThat(seen(tree.groups()).found()).isEqualTo(COUNTED);
        assertThat(seen(tree.groups()).complete()).isFalse();
        assertThat(seen(tree.paging())).isEqualTo(new Paging(true, COUNTED, Reach.COUNTED));
    }

    @Test
    void requiredGroupsAreFoundAmongMoreThanAreCounted() {
        List<String> groups = standIn.directory().groupNames();
        setup.userGroups = List.of(groups.get(0), groups.get(groups.size() - 1), groups.get(groups.size() / 2), "none");

        assertThat(seen(inspect().groups()).missing()).containsExactly("none");
    }

    @Test
    void aServersOwnLimitIsNoHarmWhereItPages() {
        standIn.behaviour().serverSizeLimit(SERVERS_LIMIT);

        assertThat(seen(inspect().paging())).isEqualTo(new Paging(true, SERVERS_LIMIT, Reach.PAGED));
        assertThat(seen(inspect().users()).complete()).isFalse();

        standIn.behaviour().sizeLimitScope(SizeLimitScope.OVERALL);
        assertThat(seen(inspect().paging())).isEqualTo(new Paging(true, SERVERS_LIMIT, Reach.CUT));
    }

    @ParameterizedTest
    @EnumSource(
            value = PagingMode.class,
            names = {"IGNORED", "UNSUPPORTED"})
    void aServersOwnLimitWithoutPages(PagingMode mode) {
        standIn.behaviour().paging(mode);
        assertThat(seen(inspect().paging())).isEqualTo(new Paging(false, COUNTED, Reach.COUNTED));

        standIn.behaviour().serverSizeLimit(SERVERS_LIMIT);
        assertThat(seen(inspect().paging())).isEqualTo(new Paging(false, SERVERS_LIMIT, Reach.CUT));
    }

    private Inspection.Tree inspect() {
        try (TrialConnections connections = setup.trial()) {
            return new LdapInspector(connections, setup.config()).inspect().tree();
        }
    }
}
