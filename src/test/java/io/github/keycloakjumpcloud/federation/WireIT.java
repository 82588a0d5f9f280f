package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What 2,000 users cost in LDAP requests and in database statements. The server is one of its own, which logs its SQL and the evictions from its
 * user cache.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireIT {

    private static final int USERS = 2000;
    private static final int GROUPS = 100;
    private static final String SQL_CATEGORY = "[org.hibernate.SQL]";

    private static final Pattern WRITE = Pattern.compile(
            "(?i)\\b(insert into|update|delete from|merge into) (USER_\\w+|KEYCLOAK_GROUP|GROUP_\\w+|CREDENTIAL)\\b");
    private static final Pattern OF_USERS = Pattern.compile("\\bfrom (USER_\\w+|KEYCLOAK_GROUP|GROUP_\\w+)\\b");
    private static final String EVICTION = "Removed key='";

    private KeycloakServer server;
    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private SyncResult firstImport;
    private OperationCounts firstCounts;
    private List<String> firstStatements;
    private List<String> firstBatches;

    @BeforeAll
    void importCompany() {
        server = KeycloakServer.start(KeycloakSettings.named("wire")
                .trusting(TestAuthority.get().pemFile())
                .startOption(
                        "log-level",
                        "INFO,io.smallrye.health:error,org.hibernate.SQL:debug,org.hibernate.orm.jdbc.batch:trace,"
                                + "org.keycloak.models.cache.infinispan.UserCacheManager:trace,"
                                + "org.keycloak.models.cache.infinispan.RealmCacheManager:trace"));
        jumpCloud = Federations.standIn().generated(USERS, GROUPS, 5).start();
        federation = Federations.federate(server.admin(), jumpCloud);
        realm = federation.realm();
        jumpCloud.resetCounts();
        long mark = server.log().mark();
        firstImport = SyncResult.full(federation);
        firstCounts = jumpCloud.counts();
        firstStatements = statements(mark);
        firstBatches = server.log()
                .since(mark)
                .lines()
                .filter(line -> line.contains("Executing JDBC batch"))
                .toList();
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
        server.close();
    }

    @Test
    @DisplayName("the first import of 2,000 users in 100 groups takes one connection, one bind and two searches")
    void firstImport() {
        assertThat(firstImport).isEqualTo(new SyncResult(USERS, 0, 0, 0));
        assertThat(firstCounts.searches()).isEqualTo(2);
        assertThat(firstCounts.binds()).isEqualTo(1);
        assertThat(firstCounts.connections()).isEqualTo(1);
        assertThat(firstCounts.tlsHandshakes()).isEqualTo(1);
        assertThat(firstCounts.pages()).isZero();
        // The reader's entry comes along.
        assertThat(firstCounts.entries()).isEqualTo(USERS + 1 + GROUPS);
        // The control for the tests below: writes do show in this log.
        assertThat(firstStatements).anyMatch(line -> WRITE.matcher(line).find());
    }

    /** 1,000 users in a transaction, 500 in a JDBC batch. */
    @Test
    @DisplayName("the first import writes each table in a few JDBC batches, and its queries do not grow with the users")
    void batches() {
        assertThat(firstBatches.stream().filter(line -> line.contains("UserEntity#INSERT")))
                .hasSize(USERS / 500);
        assertThat(firstBatches.stream().filter(line -> line.contains("UserAttributeEntity#INSERT")))
                .hasSize(USERS / 500);
        assertThat(firstBatches.stream().filter(line -> line.contains("UserGroupMembershipEntity#INSERT")))
                .hasSize(USERS / 500);
        assertThat(firstStatements.stream().filter(line -> line.contains("select")))
                .as("queries, of which some for each of the %d groups", GROUPS)
                .hasSizeLessThan(GROUPS * 8);
    }

    @Test
    @DisplayName("a second sync without changes takes two searches and writes nothing to the database")
    void unchanged() {
        jumpCloud.resetCounts();
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(jumpCloud.counts().searches()).isEqualTo(2);
        assertThat(jumpCloud.counts().connections()).isEqualTo(1);
        List<String> statements = statements(mark);
        assertThat(statements).noneMatch(line -> WRITE.matcher(line).find());
        assertThat(statements)
                .filteredOn(line -> OF_USERS.matcher(line).find())
                .as("statements about users and groups, however many there are")
                .isNotEmpty()
                .hasSizeLessThan(20);
        // How many of an administrator's roles Keycloak reads anew depends on its cache.
        assertThat(statements)
                .filteredOn(line -> !line.contains("from KEYCLOAK_ROLE"))
                .as("statements, however many users there are")
                .hasSizeLessThan(60);
    }

    @Test
    @DisplayName("a sync of changed users without changes takes two searches and writes nothing to the database")
    void unchangedByChangedSync() {
        jumpCloud.resetCounts();
        long mark = server.log().mark();

        assertThat(SyncResult.changed(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(jumpCloud.counts().searches()).isEqualTo(2);
        assertThat(statements(mark)).noneMatch(line -> WRITE.matcher(line).find());
    }

    /** Up to the line that ends the sync: then Keycloak notes the time of the sync and evicts all users of the realm itself. */
    @Test
    @DisplayName("a sync evicts from the user cache whom it changed and nobody else, and it writes for him alone")
    void evictsOnlyTheChanged() {
        String changed = realm.users().id("anna.adams");
        String unchanged = realm.users().id("ben.adams");
        realm.get("/users/" + changed).ok();
        realm.get("/users/" + unchanged).ok();
        long mark = server.log().mark();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        assertThat(sync(mark)).noneMatch(line -> line.contains(EVICTION));

        realm.get("/users/" + changed).ok();
        realm.get("/users/" + unchanged).ok();
        jumpCloud.directory().setAttribute("anna.adams", "title", "Director");
        mark = server.log().mark();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        List<String> lines = sync(mark);
        assertThat(lines)
                .anyMatch(line -> line.contains(EVICTION + changed))
                .noneMatch(line -> line.contains(EVICTION + unchanged));
        assertThat(lines.stream().filter(line -> WRITE.matcher(line).find()))
                .as("writes for one changed user")
                .isNotEmpty()
                .hasSizeLessThan(15);
        assertThat(new LocalContent(realm).attribute("anna.adams", "jobTitle")).containsExactly("Director");
    }

    @Test
    @DisplayName(
            "the progress of a run evicts the realm from no cache; a sync's time stamp, which is Keycloak's own, does")
    void progressLeavesTheRealmCached() {
        jumpCloud.behaviour().latency(Duration.ofMillis(1200));
        RunApi runs = new RunApi(federation);
        realm.settings();
        long mark = server.log().mark();

        String run = runs.started();
        Awaitility.await("progress")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        runs.one(run).path("progress").path("phase").asText().equals("READING"));
        assertThat(runs.ended(run).path("state").asText()).isEqualTo("COMPLETED");

        jumpCloud.behaviour().reset();
        assertThat(realmEvictions(mark)).isEmpty();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        assertThat(realmEvictions(mark)).as("the control").isNotEmpty();
    }

    private List<String> realmEvictions(long mark) {
        return server.log()
                .since(mark)
                .lines()
                .filter(line -> line.contains("RealmCacheManager") && line.contains(EVICTION))
                .toList();
    }

    @Test
    @DisplayName(
            "LDAPSearchForUsersPaginationTest: listing 100 imported users with a cold cache sends JumpCloud nothing")
    void listing() {
        realm.clearUserCache();
        jumpCloud.resetCounts();

        JsonNode page = realm.users().list(Map.of("first", "500", "max", "100", "briefRepresentation", "false"));

        assertThat(page).hasSize(100);
        assertThat(page).allMatch(user -> user.path("enabled").asBoolean());
        assertThat(Federations.traffic(jumpCloud)).isEmpty();
    }

    @Test
    @DisplayName(
            "LDAPCountQueryTest: counting and searching users, reading one and a group's members sends JumpCloud nothing")
    void counting() {
        realm.clearUserCache();
        jumpCloud.resetCounts();

        assertThat(realm.users().count()).isEqualTo(USERS);
        assertThat(realm.users().list(Map.of("search", "adams", "max", "50"))).hasSize(50);
        assertThat(realm.users().list(Map.of("search", "nobody.at.all"))).isEmpty();
        assertThat(realm.users().list(Map.of("q", "LDAP_ID:0"))).isEmpty();
        assertThat(realm.get("/users/count?search=adams").ok().asInt()).isEqualTo(100);
        assertThat(realm.members("/Team 001")).hasSize(USERS * 5 / GROUPS);
        assertThat(realm.users().get("anna.adams").path("firstName").asText()).isEqualTo("Anna");

        assertThat(Federations.traffic(jumpCloud)).isEmpty();
    }

    /** What was logged from the mark to the end of the sync. */
    private List<String> sync(long mark) {
        return server.log()
                .since(mark)
                .lines()
                .takeWhile(line -> !line.contains("sync ended"))
                .toList();
    }

    private List<String> statements(long mark) {
        return server.log()
                .since(mark)
                .lines()
                .filter(line -> line.contains(SQL_CATEGORY))
                .toList();
    }
}
