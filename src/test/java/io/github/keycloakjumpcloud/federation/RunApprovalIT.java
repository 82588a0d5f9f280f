package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Held removals, previewed and approved by REST. Any removal is too many here. */
@ExtendWith(KeycloakExtension.class)
class RunApprovalIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RunApi runs;

    @BeforeEach
    void importEverybody(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation =
                Federations.federate(admin, jumpCloud, Map.of("removalLimitPercent", "0", "removalLimitMinimum", "0"));
        runs = new RunApi(federation);
        assertThat(runs.completed().path("result").path("added").asInt()).isEqualTo(4);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("what a run holds back is in its report; approved, exactly that is removed")
    void approve() {
        jumpCloud.directory().removeUser("anna");
        JsonNode holding = runs.completed();
        String plan = holding.path("heldPlan").asText();
        assertThat(plan).isNotEmpty();
        assertThat(holding.path("report").path("held").path("plan").asText()).isEqualTo(plan);
        assertThat(holding.path("report").path("held").path("actions").toString())
                .contains("anna");
        assertThat(isEnabled("anna")).isTrue();

        Response answer = runs.approve(holding.path("id").asText());

        assertThat(answer.status()).isEqualTo(202);
        JsonNode approved = runs.ended(answer.ok().path("id").asText());
        assertThat(answer.location()).endsWith("/runs/" + approved.path("id").asText());
        assertThat(approved.path("trigger").asText()).isEqualTo("APPROVAL");
        assertThat(approved.path("result").path("removed").asInt()).isEqualTo(1);
        assertThat(approved.path("report").path("approvedPlan").asText()).isEqualTo(plan);
        assertThat(approved.has("heldPlan")).isFalse();
        assertThat(isEnabled("anna")).isFalse();
        assertThat(isEnabled("bert")).isTrue();
        assertThat(runs.approve(holding.path("id").asText()).error()).isEqualTo("approval_lapsed");
    }

    @Test
    @DisplayName(
            "an approval lapses when a later run sees another picture, and holds again when the directory has changed since")
    void lapse() {
        jumpCloud.directory().removeUser("anna");
        String first = runs.completed().path("id").asText();
        jumpCloud.directory().removeUser("bert");
        JsonNode second = runs.completed();

        Response lapsed = runs.approve(first);

        assertThat(lapsed.status()).isEqualTo(409);
        assertThat(lapsed.error()).isEqualTo("approval_lapsed");
        assertThat(lapsed.message()).contains("Look at the newest run");

        // Nobody but the approved run itself sees that a third one has left.
        jumpCloud.directory().removeUser("cleo");
        JsonNode third = runs.ended(
                runs.approve(second.path("id").asText()).ok().path("id").asText());
        assertThat(third.path("result").path("removed").asInt()).isZero();
        assertThat(third.path("heldPlan").asText())
                .isNotEmpty()
                .isNotEqualTo(second.path("heldPlan").asText());
        assertThat(isEnabled("anna")).isTrue();
    }

    @Test
    @DisplayName("a preview and a dry run show what would be held, and write nothing")
    void preview() {
        jumpCloud.directory().removeUser("anna");
        jumpCloud.directory().addUser(StandInUser.of("emil", "Emil", "Ender"));

        JsonNode preview = federation.post("preview", null).ok();
        JsonNode dry = runs.ended(runs.startDry().ok().path("id").asText());

        assertThat(preview.path("dryRun").asBoolean()).isTrue();
        assertThat(preview.path("actions").toString()).contains("emil");
        assertThat(preview.path("held").path("actions").toString()).contains("anna");
        assertThat(dry.path("dryRun").asBoolean()).isTrue();
        assertThat(dry.path("result").path("added").asInt()).isZero();
        assertThat(dry.path("report").path("actions")).isEqualTo(preview.path("actions"));
        assertThat(dry.path("heldPlan").asText())
                .isEqualTo(preview.path("held").path("plan").asText());
        assertThat(federation.realm().users().names()).containsExactly("anna", "bert", "cleo", "dora");
        assertThat(isEnabled("anna")).isTrue();
        assertThat(runs.ids()).hasSize(2);
    }

    private boolean isEnabled(String username) {
        return federation.realm().users().get(username).path("enabled").asBoolean();
    }
}
