package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.WanderingSignIns;
import io.github.keycloakjumpcloud.keycloak.WanderingSignIns.Attempt;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
        // A start that failed is to be seen itself.
        if (signIns != null) {
            signIns.end();
        }
        if (jumpCloud != null) {
            jumpCloud.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName(
            "a rolling restart: every sign-in gets through, and whoever waits for a sync of the stopped node gets one of his own node")
    void rollingRestart() throws Exception {
        change("first");
        String stopped;
        CompletableFuture<SyncResult> button;
        CompletableFuture<Void> stop;
        try (Connection writer = holdBack(usernames.get(0))) {
            stopped = new RunApi(first).started();
            button = CompletableFuture.supplyAsync(() -> SyncResult.full(second));
            stop = CompletableFuture.runAsync(nodes.node(0)::stop);
            nodes.node(0).log().await("is asked to end, because the server is stopped", 0, LIMIT);
            writer.rollback();
        }
        stop.get(60, TimeUnit.SECONDS);
        assertThat(button.get(60, TimeUnit.SECONDS).failed()).isZero();
        RunApi there = new RunApi(second);
        assertThat(there.state(stopped)).isEqualTo("CANCELLED");
        assertThat(there.one(there.ids().get(0)).path("trigger").asText()).isEqualTo("BUTTON");
        assertThat(there.state(there.ids().get(0))).isEqualTo("COMPLETED");
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

    /** Keeps a user's attributes from being written as long as the connection is open. */
    private static Connection holdBack(String username) throws SQLException {
        Connection connection = nodes.database().connect();
        connection.setAutoCommit(false);
        try (PreparedStatement rows = connection.prepareStatement("select a.id from user_attribute a"
                + " join user_entity u on u.id = a.user_id where u.username = ? for update of a")) {
            rows.setString(1, username);
            rows.execute();
        }
        return connection;
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
