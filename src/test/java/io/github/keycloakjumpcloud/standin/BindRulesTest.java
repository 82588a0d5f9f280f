package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may bind and who may search: points 6, 8 and the password policy control of 11. */
class BindRulesTest {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(builder -> builder).perTest();

    private final JumpCloudStandIn standIn = JUMPCLOUD.standIn();

    @Test
    void anonymousSearchFindsNoObject() throws LDAPException {
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(searchCode(connection)).isEqualTo(32);
            assertThat(Ldap.code(() -> connection.bind("", ""))).isZero();
            standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);
            assertThat(searchCode(connection)).isEqualTo(32);
        }
    }

    @Test
    void ordinaryUserBindsButDoesNotSearch() throws LDAPException {
        try (LDAPConnection connection = Ldap.as(standIn, "jane.doe")) {
            assertThat(searchCode(connection)).isEqualTo(32);
            String own = standIn.directory().dnOf("jane.doe");
            assertThat(Ldap.code(() -> connection.search(own, SearchScope.BASE, "(objectClass=*)")))
                    .isEqualTo(32);

            standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);
            var empty = connection.search(own, SearchScope.BASE, "(objectClass=*)");
            assertThat(empty.getResultCode().intValue()).isZero();
            assertThat(empty.getEntryCount()).isZero();
        }
    }

    @Test
    void readerLosesItsRightAtOnceButKeepsItsBind() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(searchCode(connection)).isZero();
            standIn.directory().setBindDn("ldapreader", false);
            assertThat(searchCode(connection)).isEqualTo(32);
            standIn.behaviour().forbiddenSearch(ForbiddenSearch.EMPTY);
            assertThat(Ldap.search(connection, standIn.baseDn(), "(uid=*)").getEntryCount())
                    .isZero();
            assertThat(bindCode(connection, standIn.readerDn(), standIn.readerPassword()))
                    .isZero();
            standIn.directory().setBindDn("ldapreader", true);
            assertThat(Ldap.search(connection, standIn.baseDn(), "(uid=jane.doe)")
                            .getEntryCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void everyPersonWithTheRightMaySearch() throws LDAPException {
        try (LDAPConnection connection = Ldap.as(standIn, "alice.admin")) {
            assertThat(searchCode(connection)).isZero();
        }
    }

    @Test
    void wrongPasswordAndUnknownUserLookTheSame() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(bindCode(connection, dn("jane.doe"), "wrong")).isEqualTo(49);
            // A refused bind leaves the connection anonymous.
            assertThat(searchCode(connection)).isEqualTo(32);
            assertThat(bindCode(connection, dn("nobody"), "wrong")).isEqualTo(49);
            assertThat(bindCode(connection, standIn.directory().groupDnOf("Engineering"), "wrong"))
                    .isEqualTo(49);
            assertThat(bindCode(connection, "cn=admin,dc=elsewhere", "wrong")).isEqualTo(49);
        }
        assertThat(standIn.counts().bindsRefused()).isEqualTo(4);
        assertThat(standIn.counts().bindsOk()).isEqualTo(1);
    }

    @Test
    void malformedDnIsInvalidSyntax() throws LDAPException {
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            try {
                connection.bind("jane.doe", "x");
            } catch (LDAPBindException e) {
                assertThat(e.getResultCode().intValue()).isEqualTo(34);
                assertThat(e.getDiagnosticMessage()).isEqualTo("invalid DN");
            }
        }
        assertThat(standIn.counts().bindsRefused()).isEqualTo(1);
    }

    @Test
    void saslIsNotSupported() throws LDAPException {
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            PLAINBindRequest sasl = new PLAINBindRequest("u:jane.doe", standIn.passwordOf("jane.doe"));
            assertThat(Ldap.code(() -> connection.bind(sasl))).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"UNWILLING, 53", "INVALID_CREDENTIALS, 49", "ACCEPTED, 0"})
    void emptyPasswordIsAnsweredAsSwitched(EmptyPasswordBind mode, int code) throws LDAPException {
        standIn.behaviour().emptyPasswordBind(mode);
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            connection.getConnectionOptions().setBindWithDNRequiresPassword(false);
            assertThat(bindCode(connection, standIn.readerDn(), "")).isEqualTo(code);
            // Even when accepted it proves nothing: the connection is anonymous.
            assertThat(searchCode(connection)).isEqualTo(32);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked.out", "expired.pw", "suspended.user"})
    void disabledUsersStayAndCannotBind(String uid) throws LDAPException {
        assertThat(listed(uid)).isTrue();
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(bindCode(connection, dn(uid), standIn.passwordOf(uid))).isEqualTo(49);
            standIn.directory().unlock(uid).renewPassword(uid).unsuspend(uid);
            assertThat(bindCode(connection, dn(uid), standIn.passwordOf(uid))).isZero();
        }
    }

    @Test
    void pendingUserIsListedAndCannotBindUntilThePasswordIsSet() throws LDAPException {
        assertThat(listed("pending.user")).isTrue();
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(bindCode(connection, dn("pending.user"), "pending.user-Secret01!"))
                    .isEqualTo(49);
            standIn.directory().setPassword("pending.user", "First-Pass1!");
            assertThat(bindCode(connection, dn("pending.user"), "First-Pass1!")).isZero();
        }
    }

    @Test
    void actionRemoveTakesUsersOutOfDirectoryAndGroups() throws LDAPException {
        standIn.behaviour().lockoutAction(AccountAction.REMOVE);
        assertThat(listed("locked.out")).isFalse();
        assertThat(listed("expired.pw")).isTrue();
        standIn.behaviour().passwordExpirationAction(AccountAction.REMOVE);
        assertThat(listed("expired.pw")).isFalse();
        standIn.behaviour().suspendedUsersGone(true);
        assertThat(listed("suspended.user")).isFalse();
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(Ldap.search(connection, standIn.baseDn(), "(cn=#ops)")
                            .getSearchEntries()
                            .get(0)
                            .getAttributeValues("member"))
                    .hasSize(3);
            assertThat(bindCode(connection, dn("locked.out"), standIn.passwordOf("locked.out")))
                    .isEqualTo(49);
        }
        standIn.behaviour().reset();
        assertThat(listed("locked.out")).isTrue();
        assertThat(listed("expired.pw")).isTrue();
        assertThat(listed("suspended.user")).isTrue();
    }

    @Test
    void lastListedMemberTakesTheGroupAlong() throws LDAPException {
        standIn.directory().addGroup("Lonely", "tom.baker").suspend("tom.baker");
        standIn.behaviour().suspendedUsersGone(true);
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(Ldap.search(connection, standIn.baseDn(), "(cn=Lonely)").getEntryCount())
                    .isZero();
        }
    }

    @Test
    void passwordPolicyResponseComesWhenRequested() throws LDAPException {
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(policy(connection, "jane.doe").getErrorType()).isNull();
            assertThat(policy(connection, "locked.out").getErrorType()).isNull();
            standIn.behaviour().passwordPolicyErrors(true);
            assertThat(policy(connection, "locked.out").getErrorType())
                    .isEqualTo(DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED);
            assertThat(policy(connection, "expired.pw").getErrorType())
                    .isEqualTo(DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED);
            standIn.behaviour().changeAfterReset(true);
            assertThat(policy(connection, "jane.doe").getErrorType())
                    .isEqualTo(DraftBeheraLDAPPasswordPolicy10ErrorType.CHANGE_AFTER_RESET);
            BindResult without = connection.bind(dn("jane.doe"), standIn.passwordOf("jane.doe"));
            assertThat(without.getResponseControls()).isEmpty();
        }
    }

    private DraftBeheraLDAPPasswordPolicy10ResponseControl policy(LDAPConnection connection, String uid)
            throws LDAPException {
        BindResult result;
        try {
            result = connection.bind(new SimpleBindRequest(
                    dn(uid), standIn.passwordOf(uid), new DraftBeheraLDAPPasswordPolicy10RequestControl()));
        } catch (LDAPBindException e) {
            result = e.getBindResult();
        }
        return DraftBeheraLDAPPasswordPolicy10ResponseControl.get(result);
    }

    private boolean listed(String uid) throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            return Ldap.search(connection, standIn.baseDn(), "(uid=" + uid + ")")
                            .getEntryCount()
                    == 1;
        }
    }

    private String dn(String uid) {
        return standIn.directory().dnOf(uid);
    }

    private static int bindCode(LDAPConnection connection, String dn, String password) {
        return Ldap.code(() -> connection.bind(dn, password));
    }

    private int searchCode(LDAPConnection connection) {
        return Ldap.code(() -> Ldap.search(connection, standIn.baseDn(), "(objectClass=*)"));
    }
}
