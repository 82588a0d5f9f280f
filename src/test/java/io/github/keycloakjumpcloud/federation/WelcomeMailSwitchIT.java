package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Welcome mails where the option, or the whole provider, is switched off and on. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("A welcome mail")
class WelcomeMailSwitchIT {

    private JumpCloudStandIn jumpCloud;
    private MailHouse mails;
    private RealmApi realm;
    private FederationApi federation;
    private RunApi runs;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        mails = MailHouse.start();
        realm = admin.createRealm();
        realm.update(mails.realmSettings());
        federation = realm.addJumpCloud(
                Federations.settings(jumpCloud, Map.of("welcomeEmail", "true", "removalLimitMinimum", "100")));
        runs = new RunApi(federation);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
        mails.close();
    }

    @Test
    @DisplayName("is not sent to somebody from before the option, also if he is removed from Keycloak and comes again")
    void before() {
        federation.update(Map.of("welcomeEmail", List.of("false"))).ok();
        runs.completed();
        federation.update(Map.of("welcomeEmail", List.of("true"))).ok();
        jumpCloud.directory().addUser(StandInUser.of("emil", "Emil", "Ernst"));
        runs.completed();
        federation.removeImportedUsers().ok();

        assertThat(SyncResult.full(federation).added()).isEqualTo(5);

        assertThat(mails.counts()).isEqualTo(Map.of("emil@example.com", 1));
    }

    @Test
    @DisplayName("waits while the provider is disabled")
    void disabledProvider() {
        federation.update(Map.of("enabled", List.of("false"))).ok();

        JsonNode welcome = runs.completed().path("report").path("welcome");

        assertThat(welcome.path("waiting").asInt()).isEqualTo(4);
        assertThat(welcome.path("problems").path(0).asText()).contains("the provider is disabled");
        federation.update(Map.of("enabled", List.of("true"))).ok();
        runs.completed();
        assertThat(mails.counts()).hasSize(4).doesNotContainValue(2);
    }

    @Test
    @DisplayName("is given up also by a run that is under way when the option is switched off")
    void switchedOffMeanwhile() {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String run = runs.started();
        Awaitility.await("the run reads, with the settings of its beginning")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        runs.one(run).path("progress").path("phase").asText().equals("READING"));

        federation.update(Map.of("welcomeEmail", List.of("false"))).ok();

        JsonNode ended = runs.ended(run);
        assertThat(ended.path("result").path("added").asInt()).isEqualTo(4);
        assertThat(ended.path("report").path("welcome").path("lapsed").asInt()).isEqualTo(4);
        federation.update(Map.of("welcomeEmail", List.of("true"))).ok();
        runs.completed();
        assertThat(mails.count()).isZero();
    }

    @Test
    @DisplayName("is given up for good where it still waits when the option is switched off, or its user is disabled")
    void givenUp() {
        mails.switchOff();
        runs.completed();
        realm.users().update("anna", Map.of("enabled", false)).ok();
        mails.switchOn();

        JsonNode welcome = runs.completed().path("report").path("welcome");
        assertThat(welcome.path("lapsed").asInt()).isEqualTo(1);
        assertThat(welcome.path("sent").asInt()).isEqualTo(3);

        mails.switchOff();
        jumpCloud.directory().addUser(StandInUser.of("emil", "Emil", "Ernst"));
        runs.completed();
        federation.update(Map.of("welcomeEmail", List.of("false"))).ok();
        assertThat(runs.completed().path("report").has("welcome")).isFalse();
        federation.update(Map.of("welcomeEmail", List.of("true"))).ok();
        mails.switchOn();
        assertThat(runs.completed().path("report").path("welcome").path("sent").asInt())
                .isZero();
    }
}
