package io.github.keycloakjumpcloud.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakCluster;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.WanderingSignIns;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.postgres.PostgresSettings;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Takes nodes and the database away from a cluster of two while a sync runs and people sign in. */
final class ClusterFaultRun implements AutoCloseable {

    private static final String STRICT_REALM =
            "{\"bruteForceProtected\":true,\"permanentLockout\":true,\"failureFactor\":1}";

    private static final int USERS = 3_000;
    private static final int CHANGED = 2_000;
    private static final int PEOPLE = 8;
    private static final int AFTERWARDS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration CRASH = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private final PostgresServer postgres = PostgresServer.start(PostgresSettings.durable());
    private final JumpCloudStandIn jumpCloud = JumpCloudStandIn.builder()
            .certificateAuthority(TestAuthority.get())
            .generated(USERS, 50, 5)
            .start();
    private final KeycloakCluster cluster = KeycloakCluster.start(settings(postgres.createDatabase("faults")));
    private final List<String> usernames = jumpCloud.directory().usernames().stream()
            .filter(name -> !name.equals(jumpCloud.readerName()))
            .toList();
    private final FederationApi federation =
            cluster.node(0).admin().createRealm(STRICT_REALM).addJumpCloud(federation());

    private ClusterFaultRun() {}

    /** Whether everything held. */
    static boolean run(ReliabilityPage page) {
        int rounds = Integer.getInteger("faults.rounds", 2);
        List<ClusterTrial> trials = new ArrayList<>();
        try (ClusterFaultRun run = new ClusterFaultRun()) {
            run.federation.fullSync().ok();
            for (int round = 0; round < rounds; round++) {
                for (ClusterFault fault : ClusterFault.values()) {
                    ClusterTrial trial = run.strike(fault, round % 2, round + " " + fault);
                    System.out.println(trial.fault() + " " + trial.run() + " " + trial.holds());
                    trials.add(trial);
                }
            }
            page.put(
                    ClusterFaultReport.TITLE,
                    new ClusterFaultReport(USERS, CHANGED, trials).text(PostgresServer.version()));
        }
        return trials.stream().allMatch(ClusterTrial::holds);
    }

    private ClusterTrial strike(ClusterFault fault, int node, String title) {
        WanderingSignIns signIns = WanderingSignIns.begin(
                List.of(seenFrom(0).realm(), seenFrom(1).realm()), usernames, jumpCloud::passwordOf, PEOPLE);
        awaitMore(signIns);
        usernames.subList(0, CHANGED).forEach(name -> jumpCloud.directory().setAttribute(name, "title", title));
        String run = seenFrom(node).post("sync", null).ok().path("id").asText();
        Awaitility.await("the sync writes")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !state(node, run).equals("RUNNING")
                        || one(node, run)
                                .path("progress")
                                .path("phase")
                                .asText()
                                .equals("USERS"));
        happen(fault, node);
        int other = 1 - node;
        String next = Awaitility.await("a sync that is another one")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> seenFrom(other).post("sync", null).ok().path("id").asText(), id -> !id.equals(run));
        Awaitility.await("its end").atMost(LIMIT).until(() -> !state(other, next)
                .equals("RUNNING"));
        awaitMore(signIns);
        return new ClusterTrial(fault, node, state(other, run), state(other, next), wrong(other, title), signIns.end());
    }

    private void happen(ClusterFault fault, int node) {
        switch (fault) {
            case RESTART -> {
                cluster.node(node).stop();
                cluster.startAgain(node);
            }
            case KILL -> {
                cluster.node(node).kill();
                cluster.startAgain(node);
            }
            case CRASH -> {
                postgres.kill();
                pass(CRASH);
                postgres.restart();
            }
            case SILENCE -> {
                postgres.pause();
                pass(SILENCE);
                postgres.resume();
            }
        }
    }

    private static void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Users who are not as JumpCloud has them, or whom brute-force detection has locked. */
    private long wrong(int node, String title) {
        long right = 0;
        for (JsonNode user : seenFrom(node).realm().users().list()) {
            boolean changes = usernames.indexOf(user.path("username").asText()) < CHANGED;
            boolean changed = user.path("attributes").toString().contains("\"" + title + "\"");
            right += changes == changed && user.path("enabled").asBoolean() ? 1 : 0;
        }
        return USERS - right;
    }

    private static void awaitMore(WanderingSignIns signIns) {
        int before = signIns.count();
        Awaitility.await("more sign-ins").atMost(LIMIT).until(() -> signIns.count() >= before + AFTERWARDS);
    }

    private JsonNode one(int node, String run) {
        return seenFrom(node).get("runs/" + run).ok();
    }

    private String state(int node, String run) {
        return one(node, run).path("state").asText();
    }

    private FederationApi seenFrom(int node) {
        RealmApi realm = cluster.node(node).admin().realm(federation.realm().name());
        return realm.federation(federation.id());
    }

    private static KeycloakSettings settings(PostgresDatabase database) {
        return KeycloakSettings.named("faults")
                .trusting(TestAuthority.get().pemFile())
                .startOption("log-level", "INFO")
                .environment("JAVA_OPTS_APPEND", "")
                .database("postgres", database.url(), database.user(), database.password());
    }

    private Map<String, List<String>> federation() {
        return Map.of(
                "connectionUrl", List.of(jumpCloud.ldapsUrl()),
                "organizationId", List.of(jumpCloud.organizationId()),
                "bindDn", List.of(jumpCloud.readerName()),
                "bindCredential", List.of(jumpCloud.readerPassword()),
                "batchSizeForSync", List.of("100"));
    }

    @Override
    public void close() {
        cluster.close();
        jumpCloud.close();
        postgres.close();
    }
}
