package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.WanderingSignIns;
import io.github.keycloakjumpcloud.keycloak.WanderingSignIns.Attempt;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
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

/** Two nodes of which one is away for a while, or their database is; people sign in and syncs run meanwhile. The test that kills a node comes last. */
@DisplayName("Two nodes")
@TestMethodOrder(OrderAnnotation.class)
class ClusterRestartIT {

    private static final int PEOPLE = 300;
    private static final int CHANGED = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** One failure that is counted locks the account for good, so that it cannot be overlooked. */
    private static final String STRICT_REALM =
            "{\"bruteForceProtected\":true,\"permanentLockout\":true,\"failureFactor\":1}";

    private static TwoNodes nodes;

    private JumpCloudStandIn jumpCloud;
    private FederationApi first;
    private FederationApi second;
    private List<String> usernames;
    private WanderingSignIns signIns;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("restarts");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void beginToSignIn() {
        jumpCloud = Federations.standIn().generated(PEOPLE, 10, 2).start();
        first = nodes.node(0)
                .admin()
                .createRealm(STRICT_REALM)
                .addJumpCloud(
                        Federations.settings(jumpCloud, Map.of("batchSizeForSync", "20", "loginRefreshSeconds", "-1")));
        second = nodes.seenFrom(1, first);
        new RunApi(first).completed();
        usernames = jumpCloud.directory().usernames().stream()
                .filter(name -> !name.equals(jumpCloud.readerName()))
                .toList();
        signIns = WanderingSignIns.begin(List.of(first.realm(), second.realm()), usernames, jumpCloud::passwordOf, 4);
        awaitSignIns(20);
    }

    @AfterEach
    void close() {
        signIns.end();
        jumpCloud.close();
    }

    @Test
    @Order(1)
    @DisplayName(
            "a rolling restart: every sign-in gets through, and whoever waits for a sync of the stopped node gets one of his own node")
    void rollingRestart() throws Exception {
        change("first");
        // Fifteen requests: as long as Keycloak waits for open requests when it is stopped, and shorter than what the
        // run is given then.
        jumpCloud.behaviour().latency(Duration.ofMillis(900)).serverSizeLimit(30);
        String stopped = new RunApi(first).started();
        CompletableFuture<SyncResult> button = CompletableFuture.supplyAsync(() -> SyncResult.full(second));
        nodes.node(0).stop();
        jumpCloud.behaviour().reset();
        assertThat(button.get(60, TimeUnit.SECONDS)).isEqualTo(new SyncResult(0, CHANGED, 0, 0));
        assertThat(new RunApi(second).state(stopped)).isIn("CANCELLED", "LOST");
        nodes.startAgain(0);
        assertThat(changed(first.realm(), "first")).isEqualTo(CHANGED);
        awaitSignIns(50);

        change("second");
        String run = new RunApi(second).started();
        nodes.node(1).stop();
        JsonNode next = new RunApi(first).completed();
        assertThat(next.path("state").asText()).isEqualTo("COMPLETED");
        nodes.startAgain(1);
        assertThat(new RunApi(second).state(run)).isIn("COMPLETED", "CANCELLED");
        assertThat(changed(second.realm(), "second")).isEqualTo(CHANGED);
        awaitSignIns(50);

        assertThat(signIns.end()).allMatch(Attempt::isSuccess);
        assertNobodyIsLocked();
    }

    @Test
    @Order(2)
    @DisplayName("a node killed while people sign in: who was on it gets in at the other one")
    void killed() {
        nodes.node(0).kill();
        awaitSignIns(200);

        assertThat(signIns.end()).allMatch(attempt -> attempt.isSuccess() || attempt.isPostponed());
        assertNobodyIsLocked();
    }

    @Test
    @Order(0)
    @DisplayName(
            "PostgreSQL crashes in a sync and comes back: nothing half-applied, the next sync is right, sign-ins go on without a restart")
    void databaseCrash() {
        signIns.end();
        change("third");
        jumpCloud.behaviour().latency(Duration.ofMillis(500));
        String run = new RunApi(first).started();
        Awaitility.await("the run reads")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jumpCloud.counts().searches() > 0);

        nodes.postgres().kill();
        jumpCloud.behaviour().reset();
        signIns = WanderingSignIns.begin(List.of(first.realm(), second.realm()), usernames, jumpCloud::passwordOf, 4);
        awaitSignIns(20);
        nodes.postgres().restart();

        for (FederationApi node : List.of(first, second)) {
            Awaitility.await("sign-ins work again")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> node.realm()
                            .signIn()
                            .with(usernames.get(0), jumpCloud.passwordOf(usernames.get(0)))
                            .isSuccess());
        }
        assertThat(signIns.end()).noneMatch(Attempt::isRefused);
        JsonNode ended = new RunApi(second).ended(run);
        assertThat(ended.path("state").asText()).isEqualTo("FAILED");
        assertThat(ended.toString()).contains("because Keycloak's database failed");
        Awaitility.await("the next run")
                .atMost(LIMIT)
                .until(() -> new RunApi(second).completed().path("state").asText(), "COMPLETED"::equals);
        assertThat(changed(second.realm(), "third")).isEqualTo(CHANGED);
        assertNobodyIsLocked();
    }

    private void change(String title) {
        usernames.subList(0, CHANGED).forEach(name -> jumpCloud.directory().setAttribute(name, "title", title));
    }

    private static long changed(RealmApi realm, String title) {
        long count = 0;
        for (JsonNode user : realm.users().list()) {
            if (user.toString().contains("\"" + title + "\"")) {
                count++;
            }
        }
        return count;
    }

    private void awaitSignIns(int more) {
        int before = signIns.count();
        Awaitility.await("more sign-ins")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> signIns.count() >= before + more);
    }

    private void assertNobodyIsLocked() {
        for (JsonNode user : second.realm().users().list()) {
            assertThat(user.path("enabled").asBoolean())
                    .as(user.path("username").asText())
                    .isTrue();
        }
    }
}
