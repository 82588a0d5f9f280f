package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Welcome mails of two nodes with one PostgreSQL. */
class WelcomeMailClusterIT {

    private static final int PEOPLE = 40;

    @Test
    @DisplayName(
            "two nodes: when one is killed between mails, the other sends the rest, and nobody gets two; the marks go with the provider")
    void killed() {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().empty().start();
                MailHouse mails = MailHouse.start();
                TwoNodes nodes = TwoNodes.start("mails")) {
            for (int i = 10; i < 10 + PEOPLE; i++) {
                jumpCloud.directory().addUser(StandInUser.of("user" + i, "User", "Number" + i));
            }
            RealmApi realm = nodes.node(0).admin().createRealm();
            realm.update(mails.realmSettings());
            FederationApi federation =
                    realm.addJumpCloud(Federations.settings(jumpCloud, Map.of("welcomeEmail", "true")));
            RunApi there = new RunApi(nodes.seenFrom(1, federation));
            String run = new RunApi(federation).started();
            Awaitility.await("ten mails")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> mails.count() >= 10);

            nodes.node(0).kill();

            assertThat(mails.count()).isLessThan(PEOPLE);
            String second = Awaitility.await("a run of the other node")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(there::started, id -> !id.equals(run));
            assertThat(there.ended(second).path("state").asText()).isEqualTo("COMPLETED");
            there.completed();
            // The one that was on its way when the node was killed may be lost.
            assertThat(mails.count()).isBetween(PEOPLE - 1, PEOPLE);
            assertThat(mails.counts()).hasSize(mails.count());
            assertThat(nodes.database().count("select count(*) from jumpcloud_welcome where state = 'DONE'"))
                    .isEqualTo(PEOPLE);

            there.federation().delete().ok();

            assertThat(nodes.database().count("select count(*) from jumpcloud_welcome"))
                    .isZero();
        }
    }
}
