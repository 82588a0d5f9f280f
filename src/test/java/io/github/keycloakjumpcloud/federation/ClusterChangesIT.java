package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two nodes with one database: what one of them changes, the other one goes by. */
@DisplayName("Two nodes")
class ClusterChangesIT {

    /** Each node looks every five seconds for connections that are no longer wanted. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static TwoNodes nodes;

    private JumpCloudStandIn jumpCloud;
    private FederationApi here;
    private FederationApi there;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("changes");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    /** Both nodes have connections, and the people in their caches. */
    @BeforeEach
    void signInAtBoth() {
        jumpCloud = FourPeople.start();
        here = Federations.federate(nodes.node(0).admin(), jumpCloud, Map.of("loginRefreshSeconds", "-1"));
        there = nodes.seenFrom(1, here);
        new RunApi(here).completed();
        for (FederationApi node : List.of(here, there)) {
            assertThat(signIn(node, "anna").isSuccess()).isTrue();
            assertThat(signIn(node, "bert").isSuccess()).isTrue();
            assertThat(openConnections(node)).isPositive();
        }
    }

    @AfterEach
    void close() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "other servers: neither node keeps a connection to the former ones, and both sign people in at the new ones")
    void otherServers() {
        try (JumpCloudStandIn other = FourPeople.start()) {
            other.directory().setPassword(other.readerName(), "Another-Secret-7");
            here.update(Map.of(
                            "connectionUrl", List.of(other.ldapsUrl()),
                            "bindCredential", List.of(other.readerPassword())))
                    .ok();
            other.resetCounts();

            awaitNoConnection();
            jumpCloud.resetCounts();
            assertThat(signIn(here, "anna").isSuccess()).isTrue();
            assertThat(signIn(there, "anna").isSuccess()).isTrue();
            assertThat(other.counts().bindsOk()).isEqualTo(2);
            assertThat(jumpCloud.counts().connections()).isZero();
        }
    }

    @Test
    @DisplayName(
            "another password of the reader: the other node closes what was opened with the old one and never sends it again")
    void otherPassword() {
        jumpCloud.directory().setPassword(jumpCloud.readerName(), "Another-Secret-7");
        here.update(Map.of("bindCredential", List.of("Another-Secret-7"))).ok();

        awaitNoConnection();
        jumpCloud.resetCounts();
        assertThat(new RunApi(there).completed().path("state").asText()).isEqualTo("COMPLETED");
        jumpCloud.directory().addUser(StandInUser.of("emil", "Emil", "Eder"));
        assertThat(signIn(there, "emil").isSuccess()).isTrue();
        OperationCounts counts = jumpCloud.counts();
        assertThat(counts.bindsOk()).isPositive();
        assertThat(counts.bindsRefused()).isZero();
    }

    @Test
    @DisplayName("switched off: both nodes close their connections; switched on again, both sign people in")
    void switchedOff() {
        here.update(Map.of("enabled", List.of("false"))).ok();

        awaitNoConnection();
        here.update(Map.of("enabled", List.of("true"))).ok();
        for (FederationApi node : List.of(here, there)) {
            Awaitility.await("the provider is on again").atMost(SOON).until(() -> signIn(node, "anna")
                    .isSuccess());
        }
    }

    @Test
    @DisplayName("a removed provider, and one whose realm is removed, leaves no connection on either node")
    void removed() {
        FederationApi second = here.realm().addJumpCloud(Federations.settings(jumpCloud));
        new RunApi(nodes.seenFrom(1, second)).completed();
        here.delete().ok();
        Awaitility.await("the first provider's connections are closed")
                .atMost(SOON)
                .until(() -> jumpCloud.openConnections()
                        == openConnections(second) + openConnections(nodes.seenFrom(1, second)));

        TwoNodes.remove(second.realm());

        awaitNoConnection();
    }

    @Test
    @DisplayName(
            "a sync on one node is seen on the other at once: names, addresses, groups, who is disabled; tokens have it too")
    void coherence() {
        RealmApi realm = there.realm();
        assertThat(realm.users().get("cleo").path("enabled").asBoolean()).isTrue();
        assertThat(realm.users().get("dora").path("lastName").asText()).isEqualTo("Dunn");
        assertThat(realm.users().groups("anna")).containsExactly("/Team");
        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("Team", "Board");
        jumpCloud
                .directory()
                .setAttribute("anna", "givenName", "Annabel")
                .setAttribute("anna", "mail", "annabel@example.com")
                .setAttribute("dora", "sn", "Dean")
                .removeMember("Team", "anna")
                .addGroup("Pilots", "anna", "bert")
                .removeUser("cleo");

        new RunApi(here).completed();

        // Keycloak's message about it may still be on its way.
        Awaitility.await("the other node's cache")
                .atMost(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    JsonNode anna = realm.users().get("anna");
                    assertThat(anna.path("firstName").asText()).isEqualTo("Annabel");
                    assertThat(anna.path("email").asText()).isEqualTo("annabel@example.com");
                    assertThat(realm.users().get("dora").path("lastName").asText())
                            .isEqualTo("Dean");
                    assertThat(realm.users().groups("anna")).containsExactly("/Pilots");
                    assertThat(realm.users().groups("bert")).containsExactlyInAnyOrder("/Team", "/Pilots");
                    assertThat(realm.topLevelGroups()).contains("Pilots");
                    assertThat(realm.members("/Pilots")).containsExactly("anna", "bert");
                    assertThat(realm.users().get("cleo").path("enabled").asBoolean())
                            .isFalse();
                });
        jumpCloud.resetCounts();
        JsonNode token = signIn(there, "anna").claims();
        assertThat(token.path("given_name").asText()).isEqualTo("Annabel");
        assertThat(token.path("email").asText()).isEqualTo("annabel@example.com");
        assertThat(jumpCloud.counts().searches()).as("nobody was asked again").isZero();
        assertThat(realm.signIn().with("cleo", "cleo-Secret01!").isSuccess()).isFalse();
    }

    @Test
    @DisplayName("passwords that administrators try for somebody count on both nodes together")
    void trials() {
        ExplainApi first = new ExplainApi(here);
        ExplainApi second = new ExplainApi(there);
        for (int i = 0; i < 3; i++) {
            ExplainApi.assertObstacle(first.explain("anna", "guess " + i), "bind", "passwordRefused");
        }
        for (int i = 3; i < 5; i++) {
            ExplainApi.assertObstacle(second.explain("anna", "guess " + i), "bind", "passwordRefused");
        }
        jumpCloud.resetCounts();

        for (ExplainApi node : List.of(first, second)) {
            JsonNode enough = ExplainApi.step(node.explain("anna", jumpCloud.passwordOf("anna")), "bind");
            assertThat(enough.path("result").asText()).isNotEqualTo("ok");
            assertThat(enough.path("message").asText()).contains("minute");
        }
        assertThat(jumpCloud.counts().binds()).isZero();
        assertThat(second.explain("bert", jumpCloud.passwordOf("bert"))
                        .path("verdict")
                        .asText())
                .isEqualTo("can");
    }

    private void awaitNoConnection() {
        Awaitility.await("no connection is left")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jumpCloud.openConnections() == 0);
    }

    private SignInResult signIn(FederationApi node, String username) {
        return node.realm().signIn().with(username, jumpCloud.passwordOf(username));
    }

    /** As the node's status shows them. */
    private static int openConnections(FederationApi node) {
        int open = 0;
        for (JsonNode server : node.get("status").ok().path("servers")) {
            open += server.path("idleConnections").asInt()
                    + server.path("busyConnections").asInt();
        }
        return open;
    }
}
