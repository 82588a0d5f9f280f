package io.github.keycloakjumpcloud.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInFieldsTest {

    private static int hours(Typed typed) {
        return typed.read().signIn().outageHours();
    }

    @Test
    void nothingIsKeptForOutagesUnlessSomebodyAsksForIt() {
        assertThat(hours(Typed.minimum())).isZero();
        assertThat(hours(Typed.minimum().with(ConfigKeys.OUTAGE_LOGIN_HOURS, "8")))
                .isEqualTo(8);
    }

    @Test
    void nothingIsKeptWhereAnyServerMayAskForASecondFactor() {
        Typed typed = Typed.minimum().with(ConfigKeys.OUTAGE_LOGIN_HOURS, "8");

        assertThat(hours(typed.with(ConfigKeys.AUTHENTICATION_URL, "ldaps://ldap-mfa.jumpcloud.com")))
                .isZero();
        assertThat(hours(typed.with(
                        ConfigKeys.AUTHENTICATION_URL, "ldaps://ldap.jumpcloud.com", "ldaps://ldap-mfa.jumpcloud.com")))
                .isZero();
        assertThat(hours(typed.with(ConfigKeys.AUTHENTICATION_URL, "ldaps://ldap.jumpcloud.com")))
                .isEqualTo(8);
    }
}
