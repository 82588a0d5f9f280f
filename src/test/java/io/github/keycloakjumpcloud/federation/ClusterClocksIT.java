package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.keycloak.FakedClock;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes, the second one's clock ahead. The test that kills it comes last. */
@TestMethodOrder(OrderAnnotation.class)
class ClusterClocksIT {

    /** More than a lease lasts, and less than a minute: then Keycloak 26.7.3 takes a node for stale, and the two do not meet. */
    private static final Duration AHEAD = Duration.ofSeconds(40);

    private static TwoNodes nodes;

    private JumpCloudStandIn jumpCloud;
    private RunApi right;
    private RunApi ahead;

    @BeforeAll
    static void start() {
        FakedClock clock = FakedClock.find();
        nodes = TwoNodes.start("clocks", second -> clock.ahead(second, AHEAD));
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void federate() {
        jumpCloud = FourPeople.start();
        FederationApi federation = Federations.federate(nodes.node(0).admin(), jumpCloud, Map.of());
        right = new RunApi(federation);
        ahead = new RunApi(nodes.seenFrom(1, federation));
    }

    @AfterEach
    void close() {
        jumpCloud.close();
    }

    @Test
    @Order(1)
    @DisplayName(
            "a node whose clock is ahead joins a run of the other one, although by its own clock nobody has renewed it")
    void alive() throws IOException {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String run = right.started();

        assertThat(ahead.start().ok().path("id").asText()).isEqualTo(run);
        assertThat(ahead.state(run)).isEqualTo("RUNNING");

        assertThat(ahead.ended(run).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(right.ids()).containsExactly(run).isEqualTo(ahead.ids());
        assertThat(issued(signIn(ahead))).isAfter(Instant.now().plus(AHEAD.dividedBy(2)));
        assertThat(issued(signIn(right))).isBefore(Instant.now().plus(AHEAD.dividedBy(2)));
    }

    @Test
    @Order(2)
    @DisplayName(
            "when a node dies whose clock is ahead, its run is lost within a minute, and the other one starts another")
    void killed() {
        jumpCloud.behaviour().hang(Hang.SEARCH);
        String run = ahead.started();

        nodes.node(1).kill();
        jumpCloud.behaviour().reset();

        assertThat(SyncResult.full(right.federation())).isEqualTo(new SyncResult(4, 0, 0, 0));
        assertThat(right.state(run)).isEqualTo("LOST");
    }

    private SignInResult signIn(RunApi node) {
        return node.federation().realm().signIn().with("anna", jumpCloud.passwordOf("anna"));
    }

    /** As the node's clock has it. */
    private static Instant issued(SignInResult signIn) throws IOException {
        String claims = signIn.accessToken().split("\\.", -1)[1];
        return Instant.ofEpochSecond(new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .path("iat")
                .asLong());
    }
}
