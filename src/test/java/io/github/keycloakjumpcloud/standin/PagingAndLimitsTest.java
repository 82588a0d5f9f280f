package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages and size limits: point 10. 120 generated users and the reader. */
class PagingAndLimitsTest {

    private static final int USERS = 121;

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(builder -> builder.generated(120, 6, 2));

    private final JumpCloudStandIn standIn = JUMPCLOUD.standIn();

    /** Sizes of the pages and the result code of the last one. */
    private record Pages(List<Integer> sizes, int code) {}

    @Test
    void pagesAreHonoured() throws LDAPException {
        OperationCounts before = standIn.counts();
        assertThat(pages(50, 0, true)).isEqualTo(new Pages(List.of(50, 50, 21), 0));
        OperationCounts counts = standIn.counts().minus(before);
        assertThat(counts.searches()).isEqualTo(3);
        assertThat(counts.pages()).isEqualTo(3);
        assertThat(counts.entries()).isEqualTo(USERS);
    }

    @Test
    void ignoredPagingReturnsEverythingWithoutCookie() throws LDAPException {
        standIn.behaviour().paging(PagingMode.IGNORED);
        assertThat(pages(50, 0, false)).isEqualTo(new Pages(List.of(USERS), 0));
        assertThat(pages(50, 0, true)).isEqualTo(new Pages(List.of(USERS), 0));
        assertThat(standIn.counts().pages()).isZero();
    }

    @Test
    void unsupportedPagingIsRefusedWhenCritical() throws LDAPException {
        standIn.behaviour().paging(PagingMode.UNSUPPORTED);
        assertThat(pages(50, 0, false)).isEqualTo(new Pages(List.of(USERS), 0));
        assertThat(pages(50, 0, true)).isEqualTo(new Pages(List.of(0), 12));
    }

    @ParameterizedTest
    @EnumSource(PagingMode.class)
    void rootDseTellsTheTruthAboutPaging(PagingMode mode) throws LDAPException {
        standIn.behaviour().paging(mode);
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            RootDSE rootDse = connection.getRootDSE();
            assertThat(rootDse).isNotNull();
            assertThat(rootDse.supportsControl(SimplePagedResultsControl.PAGED_RESULTS_OID))
                    .isEqualTo(mode == PagingMode.HONOURED);
        }
    }

    @Test
    void clientSizeLimitKeepsThePartialEntries() throws LDAPException {
        assertThat(pages(0, 6, false)).isEqualTo(new Pages(List.of(6), 4));
        assertThat(pages(0, USERS, false)).isEqualTo(new Pages(List.of(USERS), 0));
    }

    @Test
    void clientSizeLimitSpansPages() throws LDAPException {
        assertThat(pages(3, 5, false)).isEqualTo(new Pages(List.of(3, 2), 4));
    }

    @ParameterizedTest
    @CsvSource({"PER_PAGE", "OVERALL"})
    void serverLimitCutsUnpagedSearches(SizeLimitScope scope) throws LDAPException {
        standIn.behaviour().serverSizeLimit(50).sizeLimitScope(scope);
        assertThat(pages(0, 0, false)).isEqualTo(new Pages(List.of(50), 4));
    }

    @Test
    void pagingIsARemedyWhenTheServerLimitsPages() throws LDAPException {
        standIn.behaviour().serverSizeLimit(50);
        assertThat(pages(40, 0, false)).isEqualTo(new Pages(List.of(40, 40, 40, 1), 0));
        assertThat(pages(100, 0, false)).isEqualTo(new Pages(List.of(50, 50, 21), 0));
    }

    @Test
    void pagingIsNoRemedyWhenTheServerLimitsTheWhole() throws LDAPException {
        standIn.behaviour().serverSizeLimit(50).sizeLimitScope(SizeLimitScope.OVERALL);
        assertThat(pages(40, 0, false)).isEqualTo(new Pages(List.of(40, 10), 4));
    }

    @Test
    void usersAreTheSameEveryTime() {
        try (JumpCloudStandIn again =
                JumpCloudStandIn.builder().generated(120, 6, 2).start()) {
            assertThat(again.directory().usernames())
                    .isEqualTo(standIn.directory().usernames());
            assertThat(again.directory().membersOf("Team 003"))
                    .isEqualTo(standIn.directory().membersOf("Team 003"));
            assertThat(again.directory().membersOf("Team 003"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(40);
        }
    }

    private Pages pages(int pageSize, int sizeLimit, boolean critical) throws LDAPException {
        List<Integer> sizes = new ArrayList<>();
        ASN1OctetString cookie = null;
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            do {
                SearchRequest request = new SearchRequest(standIn.baseDn(), SearchScope.SUB, "(uid=*)", "uid");
                request.setSizeLimit(sizeLimit);
                if (pageSize > 0) {
                    request.setControls(new SimplePagedResultsControl(pageSize, cookie, critical));
                }
                SearchResult result;
                try {
                    result = connection.search(request);
                } catch (LDAPSearchException e) {
                    result = e.getSearchResult();
                }
                sizes.add(result.getEntryCount());
                if (result.getResultCode().intValue() != 0) {
                    return new Pages(sizes, result.getResultCode().intValue());
                }
                SimplePagedResultsControl next = SimplePagedResultsControl.get(result);
                cookie = next != null && next.moreResultsToReturn() ? next.getCookie() : null;
            } while (cookie != null);
        }
        return new Pages(sizes, 0);
    }
}
