package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes with one database: users, and runs. The test that kills a node comes last. */
@TestMethodOrder(OrderAnnotation.class)
class ClusterRunsIT {

    private static TwoNodes nodes;

    private JumpCloudStandIn jumpCloud;
    private RunApi here;
    private RunApi there;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("runs");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void federate() {
        jumpCloud = Federations.standIn().generated(600, 10, 2).start();
        FederationApi federation =
                Federations.federate(nodes.node(0).admin(), jumpCloud, Map.of("batchSizeForSync", "20"));
        here = new RunApi(federation);
        there = new RunApi(nodes.seenFrom(1, federation));
    }

    @AfterEach
    void close() {
        jumpCloud.close();
    }

    @Test
    @Order(0)
    @DisplayName("two nodes: what one of them imports, the other one shows and signs in")
    void users() {
        RealmApi realm = there.federation().realm();
        assertThat(realm.users().count()).isZero();

        here.completed();

        String someone = jumpCloud.directory().usernames().stream()
                .filter(name -> !name.equals(jumpCloud.readerName()))
                .findFirst()
                .orElseThrow();
        assertThat(realm.users().count()).isEqualTo(600);
        assertThat(realm.users().groups(someone)).isNotEmpty();
        assertThat(realm.signIn().with(someone, jumpCloud.passwordOf(someone)).isSuccess())
                .isTrue();
        Awaitility.await("the metrics of the node that did not sync")
                .atMost(Duration.ofSeconds(60))
                .until(() -> metric("keycloak_jumpcloud_last_success_timestamp_seconds") > 0);
        assertThat(metric("keycloak_jumpcloud_runs_total")).isZero();
    }

    @Test
    @Order(0)
    @DisplayName("two nodes: a sync on the one that has not seen a new provider yet is counted")
    void countedByStranger() {
        there.completed();

        Awaitility.await("the count of the node that synced")
                .atMost(Duration.ofSeconds(10))
                .until(() -> metric("keycloak_jumpcloud_runs_total", "result=\"completed\"") == 1);
        assertThat(metric("keycloak_jumpcloud_actions_total", "action=\"create_user\""))
                .isEqualTo(600);
    }

    /** As the second node shows it. */
    private double metric(String name, String... labels) {
        return Scrape.of(nodes.node(1)).sum(there.federation(), name, labels);
    }

    @Test
    @Order(1)
    @DisplayName("two nodes: a sync started on both at once runs once, and both show the same history")
    void once() throws Exception {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));

        CompletableFuture<Response> first = CompletableFuture.supplyAsync(here::start);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(there::start);
        String run = first.get(60, TimeUnit.SECONDS).ok().path("id").asText();

        assertThat(second.get(60, TimeUnit.SECONDS).ok().path("id").asText()).isEqualTo(run);
        assertThat(here.state(run)).isEqualTo("RUNNING");
        assertThat(there.state(run)).isEqualTo("RUNNING");
        assertThat(there.ended(run)).isEqualTo(here.ended(run));
        assertThat(here.ended(run).path("result").path("added").asInt()).isEqualTo(600);
        assertThat(here.ids()).containsExactly(run).isEqualTo(there.ids());
        assertThat(jumpCloud.counts().searches())
                .as("of the save's test and of one sync")
                .isLessThan(8);
    }

    @Test
    @Order(2)
    @DisplayName("two nodes: Keycloak's button waits for the other node's run and shows its numbers")
    void buttonElsewhere() {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String run = here.started();

        SyncResult shown = SyncResult.full(there.federation());

        assertThat(shown).isEqualTo(new SyncResult(600, 0, 0, 0));
        assertThat(there.ids()).containsExactly(run);
    }

    @Test
    @Order(3)
    @DisplayName("two nodes: progress is seen from the other node, and so is the end that it asks for")
    void cancelElsewhere() {
        // Writing 600 users takes too short a time to be seen, and an answer that takes 1.5 s comes too late.
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String run = here.started();
        Awaitility.await("progress seen from the other node")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        there.one(run).path("progress").path("phase").asText().equals("READING"));

        Response answer = there.cancel(run);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("cancelRequested").asBoolean()).isTrue();
        assertThat(here.ended(run).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(here.federation().realm().users().count()).isZero();
        jumpCloud.behaviour().reset();
        assertThat(there.completed().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(here.federation().realm().users().count()).isEqualTo(600);
    }

    @Test
    @Order(4)
    @DisplayName("a provider takes its runs and its lease with it, and so does a realm")
    void removed() {
        here.completed();
        RealmApi realm = here.federation().realm();
        FederationApi other = realm.addJumpCloud(Federations.settings(jumpCloud));
        new RunApi(other).completed();
        assertThat(rows(here.federation())).isEqualTo(2);
        assertThat(rows(other)).isEqualTo(2);

        here.federation().delete().ok();
        assertThat(rows(here.federation())).isZero();
        assertThat(rows(other)).isEqualTo(2);

        TwoNodes.remove(realm);
        assertThat(rows(other)).isZero();
    }

    private static long rows(FederationApi federation) {
        String where = " where component_id = '" + federation.id() + "'";
        return nodes.database()
                .count("select (select count(*) from jumpcloud_run" + where
                        + ") + (select count(*) from jumpcloud_state" + where + ")");
    }

    @Test
    @Order(5)
    @DisplayName(
            "two nodes: when the running one is killed, the run is lost within a minute and the other node's button starts another")
    void killed() {
        jumpCloud.behaviour().hang(Hang.SEARCH);
        String run = here.started();
        assertThat(there.start().ok().path("id").asText()).isEqualTo(run);

        nodes.node(0).kill();
        jumpCloud.behaviour().reset();
        // Keycloak's button waits for the run that is not known to be lost yet, and then for one of its own.
        assertThat(SyncResult.full(there.federation())).isEqualTo(new SyncResult(600, 0, 0, 0));
        assertThat(there.state(run)).isEqualTo("LOST");
        assertThat(there.ids()).hasSize(2).endsWith(run);
        assertThat(metric("keycloak_jumpcloud_runs_total", "result=\"lost\"")).isEqualTo(1);

        Response next = there.start();
        assertThat(next.ok().path("joined").asBoolean()).isFalse();
        assertThat(there.ended(next.body().path("id").asText()).path("state").asText())
                .isEqualTo("COMPLETED");
        assertThat(there.one(run).path("state").asText()).isEqualTo("LOST");
        assertThat(there.federation().realm().users().count()).isEqualTo(600);
    }
}
