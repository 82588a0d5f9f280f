package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.observe.MetricsTable;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metrics of docs/metrics.md, as Keycloak's management port shows them. */
@ExtendWith(KeycloakExtension.class)
class MetricsIT {

    private static final String SIGN_INS = "keycloak_jumpcloud_signins_total";
    private static final String BINDS = "keycloak_jumpcloud_binds_seconds_count";
    private static final String LOOKUPS = "keycloak_jumpcloud_lookups_total";
    private static final String RUNS = "keycloak_jumpcloud_runs_total";
    private static final String ACTIONS = "keycloak_jumpcloud_actions_total";
    private static final String HELD = "keycloak_jumpcloud_held_removals";
    private static final String PERIOD = "keycloak_jumpcloud_sync_period_seconds";
    private static final String LAST_SUCCESS = "keycloak_jumpcloud_last_success_timestamp_seconds";

    private JumpCloudStandIn jumpCloud;
    private KeycloakServer server;
    private FederationApi federation;

    @BeforeEach
    void federate(KeycloakServer shared) {
        server = shared;
        jumpCloud = FourPeople.start();
        federation = Federations.federate(
                server.admin(),
                jumpCloud,
                Map.of(
                        "authenticationTimeout", "1000",
                        "outageLoginHours", "8",
                        "changedSyncPeriod", "86400",
                        "removalLimitPercent", "0",
                        "removalLimitMinimum", "0"));
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("sign-ins, look-ups and binds are counted by outcome and server, also during an outage")
    void signIns() {
        String server = "server=\"" + jumpCloud.ldapsUrl() + "\"";
        assertThat(value(SIGN_INS)).isZero();

        signIn("anna", jumpCloud.passwordOf("anna"));
        signIn("anna", "wrong");
        signIn("nobody", "secret");
        assertThat(value(SIGN_INS, "outcome=\"accepted\"")).isEqualTo(1);
        assertThat(value(SIGN_INS, "outcome=\"refused\"")).isEqualTo(1);
        assertThat(value(BINDS, server, "outcome=\"accepted\"")).isEqualTo(1);
        assertThat(value(BINDS, server, "outcome=\"refused\"")).isEqualTo(1);
        assertThat(value(LOOKUPS, "outcome=\"present\"")).isPositive();
        assertThat(value(LOOKUPS, "outcome=\"absent\"")).isEqualTo(1);
        assertThat(value("keycloak_jumpcloud_server_up", server, "purpose=\"sign_in\""))
                .isEqualTo(1);
        assertThat(value("keycloak_jumpcloud_pool_connections", server, "purpose=\"sign_in\"", "state=\"idle\""))
                .isPositive();

        signIn("anna", jumpCloud.passwordOf("anna"));
        jumpCloud.stopListening();
        jumpCloud.dropConnections();
        signIn("anna", jumpCloud.passwordOf("anna"));
        signIn("anna", "wrong during the outage");
        assertThat(value(SIGN_INS, "outcome=\"outage_accepted\"")).isEqualTo(1);
        assertThat(value(SIGN_INS, "outcome=\"outage_refused\"")).isEqualTo(1);
        assertThat(value(BINDS, "outcome=\"unavailable\"")).isEqualTo(2);
        assertThat(value("keycloak_jumpcloud_server_up", server)).isZero();
    }

    @Test
    @DisplayName(
            "runs are counted by trigger and result, their actions by kind; last success and held removals are shown")
    void runs() {
        assertThat(value(PERIOD)).isEqualTo(86400);
        assertThat(value(LAST_SUCCESS)).isZero();
        RunApi runs = new RunApi(federation);

        runs.ended(runs.startDry().ok().path("id").asText());
        awaitValue(1, RUNS, "trigger=\"rest\"", "result=\"completed\"", "dry_run=\"true\"");
        assertThat(value(ACTIONS)).isZero();
        assertThat(value(LAST_SUCCESS)).isZero();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
        awaitValue(1, RUNS, "trigger=\"button\"", "result=\"completed\"", "dry_run=\"false\"");
        assertThat(value("keycloak_jumpcloud_run_duration_seconds_count", "result=\"completed\""))
                .isEqualTo(2);
        assertThat(value("keycloak_jumpcloud_reads_total", "outcome=\"complete\""))
                .isEqualTo(2);
        assertThat(value(ACTIONS, "action=\"create_user\"")).isEqualTo(4);
        assertThat(value(ACTIONS, "action=\"create_group\"")).isEqualTo(2);
        awaitSuccess();

        jumpCloud.directory().removeUser("dora").removeUser("cleo");
        String holding = runs.started();
        runs.ended(holding);
        // Two users and the membership and group that went with one of them.
        Awaitility.await("held removals").atMost(Duration.ofSeconds(10)).until(() -> value(HELD) >= 2);
        assertThat(value(ACTIONS, "action=\"disable_user\"")).isZero();

        runs.ended(runs.approve(holding).ok().path("id").asText());
        awaitValue(0, HELD);
        assertThat(value(RUNS, "trigger=\"approval\"", "result=\"completed\"")).isEqualTo(1);
        assertThat(value(ACTIONS, "action=\"disable_user\"")).isEqualTo(2);

        jumpCloud.stopListening();
        jumpCloud.dropConnections();
        runs.completed();
        awaitValue(1, RUNS, "result=\"failed\"");
        assertThat(value("keycloak_jumpcloud_reads_total", "outcome=\"failed\""))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a value that is left out is no entry that failed")
    void leftOut() {
        jumpCloud.directory().setAttribute("anna", "title", "Engin\0eer");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 1));

        assertThat(value(ACTIONS, "action=\"create_user\"")).isEqualTo(4);
        assertThat(value(ACTIONS, "action=\"failed\"")).isZero();
    }

    @Test
    @DisplayName("a sync that the settings make a dry run counts as one; a provider that is switched off has no period")
    void settings() {
        federation.update(Map.of("dryRun", List.of("true"))).ok();
        SyncResult.full(federation);
        awaitValue(1, RUNS, "trigger=\"button\"", "result=\"completed\"", "dry_run=\"true\"");

        federation.update(Map.of("enabled", List.of("false"))).ok();
        assertThat(value(PERIOD)).isNaN();
        federation.update(Map.of("enabled", List.of("true"))).ok();
        assertThat(value(PERIOD)).isEqualTo(86400);
    }

    @Test
    @DisplayName("every metric of the table is there with its type, and no other of ours; nobody is named")
    void table() {
        signIn("anna", jumpCloud.passwordOf("anna"));
        SyncResult.full(federation);
        awaitValue(1, RUNS);

        Scrape scrape = Scrape.of(server);

        assertThat(scrape.types()).isEqualTo(MetricsTable.read().types());
        MetricsTable table = MetricsTable.read();
        assertThat(scrape.of(federation)).isNotEmpty().allSatisfy(line -> {
            MetricsTable.Metric metric =
                    table.ofSeries(line.substring(0, line.indexOf('{'))).orElseThrow();
            assertThat(Scrape.labels(line)).isEqualTo(metric.tags());
        });
        assertThat(String.join("\n", scrape.of(federation)).toLowerCase(Locale.ROOT))
                .doesNotContain("anna", "bert", "cleo", "dora", "auer", "team", "board", "@", jumpCloud.readerName());
    }

    @Test
    @DisplayName("a provider's meters are there once it is created, and gone once it or its realm is deleted")
    void deleted() {
        FederationApi other = Federations.federate(server.admin(), jumpCloud);
        signIn("anna", jumpCloud.passwordOf("anna"));
        assertThat(Scrape.of(server).of(federation)).isNotEmpty();
        assertThat(Scrape.of(server).of(other)).isNotEmpty();

        federation.delete().ok();
        awaitGone(federation);
        assertThat(Scrape.of(server).of(other)).isNotEmpty();

        other.realm().delete();
        awaitGone(other);
    }

    /** At once, unless the upkeep, twice a minute, has just read what was there a moment before. */
    private void awaitGone(FederationApi deleted) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Scrape.of(server).of(deleted)).isEmpty());
    }

    private void signIn(String username, String password) {
        federation.realm().signIn().with(username, password);
    }

    private double value(String name, String... labels) {
        return Scrape.of(server).sum(federation, name, labels);
    }

    /** Meters follow the stored end of a run within moments. */
    private void awaitValue(double expected, String name, String... labels) {
        Awaitility.await(name + " " + List.of(labels) + " = " + expected)
                .atMost(Duration.ofSeconds(10))
                .until(() -> value(name, labels) == expected);
    }

    private void awaitSuccess() {
        Awaitility.await("the time of the last success")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(value(LAST_SUCCESS))
                        .isCloseTo((double) Instant.now().getEpochSecond(), within(120.0)));
    }
}
