package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The limit for a bind's answer is longer than the test may take: whoever waits for it fails. */
@ExtendWith(KeycloakExtension.class)
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadServerIT {

    @Test
    @DisplayName(
            "when the first of two servers hangs with connections open, everybody signs in, and one request finds out")
    void firstServerHangs(AdminApi admin) {
        try (JumpCloudStandIn first = Federations.standIn().start();
                JumpCloudStandIn second = Federations.standIn().start()) {
            Map<String, List<String>> settings =
                    Federations.settings(first, Map.of("authenticationTimeout", "60000", "connectionTimeout", "1000"));
            settings.put("connectionUrl", List.of(first.ldapsUrl(), second.ldapsUrl()));
            RealmApi realm = admin.createRealm().addJumpCloud(settings).realm();
            signIn(realm, first, "jane.doe");
            assertThat(second.counts().binds()).isZero();
            OperationCounts before = first.counts();
            first.behaviour().hang(Hang.REQUEST);

            for (int i = 0; i < 3; i++) {
                signIn(realm, first, "jane.doe");
            }
            signIn(realm, first, "lisa.wong");
            signIn(realm, first, "tom.baker");

            assertThat(first.counts().minus(before).connections())
                    .as("asked for a sign of life, and then by what finds out in the background")
                    .isLessThanOrEqualTo(10);
            assertThat(second.counts().bindsOk()).isGreaterThanOrEqualTo(5);
        }
    }

    private static void signIn(RealmApi realm, JumpCloudStandIn jumpCloud, String uid) {
        assertThat(realm.signIn().with(uid, jumpCloud.passwordOf(uid)).isSuccess())
                .as(uid)
                .isTrue();
    }
}
