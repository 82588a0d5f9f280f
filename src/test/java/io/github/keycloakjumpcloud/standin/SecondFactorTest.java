package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The port that takes the place of ldap-mfa.jumpcloud.com: point 7. */
@ExtendWith(JumpCloudStandInExtension.class)
class SecondFactorTest {

    private final JumpCloudStandIn standIn;

    SecondFactorTest(JumpCloudStandIn standIn) {
        this.standIn = standIn;
    }

    @Test
    void codeFollowsThePassword() throws LDAPException {
        String password = standIn.passwordOf("jane.doe");
        assertThat(bind("jane.doe", password + ",123456")).isZero();
        assertThat(bind("jane.doe", password + ",654321")).isEqualTo(49);
        assertThat(bind("jane.doe", password + "123456")).isEqualTo(49);
        assertThat(bind("jane.doe", "wrong,123456")).isEqualTo(49);
        standIn.behaviour().totpCode("654321");
        assertThat(bind("jane.doe", password + ",654321")).isZero();
    }

    @Test
    void passwordMayContainCommas() throws LDAPException {
        standIn.directory().setPassword("tom.baker", "one,222222,two");
        assertThat(bind("tom.baker", "one,222222,two,123456")).isZero();
    }

    @Test
    void pushHoldsTheAnswerBack() throws LDAPException {
        Duration delay = Duration.ofMillis(300);
        standIn.behaviour().push(PushAnswer.APPROVED, delay);
        long start = System.nanoTime();
        assertThat(bind("jane.doe", standIn.passwordOf("jane.doe"))).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);

        standIn.behaviour().push(PushAnswer.DENIED, delay);
        start = System.nanoTime();
        assertThat(bind("jane.doe", standIn.passwordOf("jane.doe"))).isEqualTo(49);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
    }

    @Test
    void wrongPasswordSendsNoPush() throws LDAPException {
        standIn.behaviour().push(PushAnswer.APPROVED, Duration.ofSeconds(60));
        assertThat(bind("jane.doe", "wrong")).isEqualTo(49);
    }

    @Test
    void withoutPhoneAndCodeTheBindIsRefused() throws LDAPException {
        assertThat(bind("jane.doe", standIn.passwordOf("jane.doe"))).isEqualTo(49);
    }

    @Test
    void bindDnUsersAreExemptUnlessSwitched() throws LDAPException {
        assertThat(bind("ldapreader", standIn.readerPassword())).isZero();
        standIn.behaviour().bindUsersExemptFromMfa(false);
        assertThat(bind("ldapreader", standIn.readerPassword())).isEqualTo(49);
        assertThat(bind("ldapreader", standIn.readerPassword() + ",123456")).isZero();
    }

    @Test
    void otherPortsKnowNoSecondFactor() throws LDAPException {
        String password = standIn.passwordOf("jane.doe");
        try (LDAPConnection plain = Ldap.plain(standIn);
                LDAPConnection tls = Ldap.tls(standIn, standIn.ldapsPort())) {
            for (LDAPConnection connection : new LDAPConnection[] {plain, tls}) {
                String dn = standIn.directory().dnOf("jane.doe");
                assertThat(Ldap.code(() -> connection.bind(dn, password))).isZero();
                assertThat(Ldap.code(() -> connection.bind(dn, password + ",123456")))
                        .isEqualTo(49);
            }
        }
    }

    private int bind(String uid, String password) throws LDAPException {
        try (LDAPConnection connection = Ldap.tls(standIn, standIn.mfaPort())) {
            return Ldap.code(() -> connection.bind(standIn.directory().dnOf(uid), password));
        }
    }
}
