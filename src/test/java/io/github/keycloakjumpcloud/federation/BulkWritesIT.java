package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a sync costs a real PostgreSQL in statements and transactions; skipped, with a message, where PostgreSQL is not installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(PostgresKeycloakExtension.class)
class BulkWritesIT {

    private static final int BATCH = 200;
    private static final int GROUPS = 20;

    private PostgresDatabase database;
    private KeycloakServer keycloak;

    @BeforeAll
    void start(PostgresKeycloak shared) {
        database = shared.database();
        keycloak = shared.server();
    }

    @Test
    @DisplayName("an import takes one transaction for each batch and no query for any user")
    void firstImport() {
        // What is read once after a start would hide what each batch costs.
        firstImport(200);
        ImportCost small = cheapestImport(400);
        ImportCost large = cheapestImport(2_000);

        int moreUsers = 1_600;
        int moreBatches = moreUsers / BATCH;
        // A user, three marks, the default role, five memberships.
        assertThat(large.inserts() - small.inserts()).isEqualTo(moreUsers * 10L);
        assertThat(large.changes()).isLessThan(20);
        assertThat(large.transactions() - small.transactions()).isBetween(moreBatches - 3L, moreBatches + 3L);
        assertThat(large.reads() - small.reads())
                .as("further queries for %d further batches", moreBatches)
                .isLessThan(moreBatches);
    }

    /** Statements of an import; changes without the run's own tables, to which its heartbeat writes for as long as it takes. */
    private record ImportCost(long inserts, long transactions, long reads, long changes) {

        ImportCost least(ImportCost other) {
            return new ImportCost(
                    Math.min(inserts, other.inserts),
                    Math.min(transactions, other.transactions),
                    Math.min(reads, other.reads),
                    Math.min(changes, other.changes));
        }
    }

    /** Of two, as others have transactions meanwhile: 141 fell into one import of 400 on 26.5.6. */
    private ImportCost cheapestImport(int users) {
        return firstImport(users).least(firstImport(users));
    }

    private ImportCost firstImport(int users) {
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(users, GROUPS, 5).start()) {
            FederationApi federation = federate(jumpCloud);
            StatementCounts.reset(database);
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(users, 0, 0, 0));
            return new ImportCost(
                    StatementCounts.of(database).inserts(),
                    calls("^begin"),
                    reads(),
                    calls("^(update|delete from) (?!jumpcloud_)"));
        }
    }

    @Test
    @DisplayName(
            "an unchanged company of 1,000 costs a few queries and no write; changed memberships cost no query each")
    void again() {
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(1_000, GROUPS, 5).start()) {
            // So many people leave one group here that the guard would hold them.
            FederationApi federation = Federations.federate(
                    keycloak.admin(), jumpCloud, Map.of("batchSizeForSync", BATCH + "", "removalLimitPercent", "100"));
            SyncResult.full(federation);

            StatementCounts.reset(database);
            assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
            assertThat(writesOfUsers()).isZero();
            long unchanged = reads();
            assertThat(unchanged).isLessThan(20);

            // Another 100 people join this group, and some of its former members leave.
            String group = jumpCloud.directory().groupNames().get(0);
            List<String> members = jumpCloud.directory().membersOf(group);
            List<String> leaving = members.subList(0, 100);
            List<String> joining = jumpCloud.directory().usernames().stream()
                    .filter(name -> !members.contains(name) && !name.equals(jumpCloud.readerName()))
                    .limit(100)
                    .toList();
            leaving.forEach(name -> jumpCloud.directory().removeMember(group, name));
            joining.forEach(name -> jumpCloud.directory().addMember(group, name));
            StatementCounts.reset(database);
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 200, 0, 0));
            assertThat(writesOfUsers()).isEqualTo(200);
            assertThat(reads() - unchanged)
                    .as("queries for one batch of 200 changed users")
                    .isLessThan(10);
        }
    }

    @Test
    @DisplayName("groups that Keycloak's cache has forgotten cost a query for all of them, not one for each")
    void manyGroups() {
        int groups = 120;
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(300, groups, 5).start()) {
            FederationApi federation = federate(jumpCloud);
            RealmApi realm = federation.realm();
            SyncResult.full(federation);
            List<String> names = jumpCloud.directory().groupNames();
            for (int number = 0; number < groups; number++) {
                String newcomer = "newcomer" + number;
                jumpCloud.directory().addUser(StandInUser.of(newcomer, "New", "Comer"));
                jumpCloud.directory().addMember(names.get(number), newcomer);
            }
            realm.post("/clear-realm-cache", null).ok();
            StatementCounts.reset(database);
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(groups, 0, 0, 0));
            assertFewReads("new users", groups);

            for (int number = 0; number < groups; number++) {
                jumpCloud.directory().removeMember(names.get(number), "newcomer" + number);
                jumpCloud.directory().addMember(names.get(number), "newcomer" + (number + 1) % groups);
            }
            realm.post("/clear-realm-cache", null).ok();
            StatementCounts.reset(database);
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, groups, 0, 0));
            assertFewReads("users who leave and join", groups);
        }
    }

    @Test
    @DisplayName("with several writers, users whom the database refuses cost only themselves and are reported in order")
    void refused() throws SQLException {
        try (JumpCloudStandIn jumpCloud =
                        Federations.standIn().generated(1_000, GROUPS, 5).start();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            FederationApi federation = federate(jumpCloud);
            statement.execute("alter table user_entity add constraint refused"
                    + " check (first_name is distinct from 'Anna' or federation_link is distinct from '"
                    + federation.id() + "')");
            long mark = keycloak.log().mark();

            SyncResult result = SyncResult.full(federation);

            assertThat(result.failed()).isPositive();
            assertThat(result.added()).isEqualTo(1_000 - result.failed());
            List<String> refused = keycloak.log()
                    .since(mark)
                    .lines()
                    .filter(line -> line.contains("cannot be imported"))
                    .toList();
            assertThat(refused).isNotEmpty().allMatch(line -> line.contains("uid=anna."));
            assertThat(database.count(
                            "select count(*) from user_group_membership m join user_entity u on u.id = m.user_id"
                                    + " where u.federation_link = '" + federation.id() + "'"))
                    .isEqualTo(result.added() * 5L);
            statement.execute("alter table user_entity drop constraint refused");
            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(result.failed(), 0, 0, 0));
        }
    }

    @Test
    @DisplayName("a sign-in finds its user by the index over attribute names and values")
    void signInUsesIndex() throws SQLException {
        try (JumpCloudStandIn jumpCloud =
                        Federations.standIn().generated(2_000, GROUPS, 5).start();
                Connection connection = database.connect()) {
            FederationApi federation = federate(jumpCloud);
            SyncResult.full(federation);
            StatementCounts.reset(database);
            String newcomer = "new.comer";
            jumpCloud.directory().addUser(StandInUser.of(newcomer, "New", "Comer"));
            federation.realm().signIn().with(newcomer, jumpCloud.passwordOf(newcomer));

            assertThat(new QueryPlan(connection).of("%user_attribute%value in%"))
                    .contains("idx_user_attribute_name");
        }
    }

    @Test
    @DisplayName(
            "an imported user has row by row what Keycloak's own API writes, defaults of the realm and long values included")
    void rowsAsKeycloakWritesThem() throws SQLException {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().empty().start()) {
            String longTitle = "Überaus-Leitend-".repeat(40);
            jumpCloud
                    .directory()
                    .addUser(StandInUser.of("lee", "Kim", "Kent")
                            .with("mail", "lee@example.com")
                            .with("title", longTitle)
                            .with("employeeType", "x"));
            FederationApi federation = federate(jumpCloud);
            RealmApi realm = federation.realm();
            new LocalContent(realm).allowUnmanagedAttributes();
            realm.put("/default-groups/" + new LocalContent(realm).group("Everybody"), null)
                    .ok();
            var action = (ObjectNode)
                    realm.get("/authentication/required-actions/UPDATE_PROFILE").ok();
            realm.put("/authentication/required-actions/UPDATE_PROFILE", action.put("defaultAction", true))
                    .ok();
            String local = realm.post(
                            "/users",
                            Map.of(
                                    "username", "kim",
                                    "email", "kim@example.com",
                                    "firstName", "Kim",
                                    "lastName", "Kent",
                                    "enabled", true,
                                    "attributes", Map.of("jobTitle", List.of(longTitle), "employeeType", List.of("x"))))
                    .createdId();

            assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 0));

            var imported = RowsOfUser.read(database, realm.users().id("lee"), "lee");
            assertThat(imported).isEqualTo(RowsOfUser.read(database, local, "kim"));
            assertThat(imported.get("user_required_action")).hasSize(1);
            assertThat(imported.get("user_group_membership")).hasSize(1);
            assertThat(imported.get("user_role_mapping")).hasSize(1);
            assertThat(imported.get("user_attribute")).hasSize(2).anyMatch(row -> !"null"
                    .equals(row.get("long_value_hash")));
        }
    }

    private FederationApi federate(JumpCloudStandIn jumpCloud) {
        return Federations.federate(keycloak.admin(), jumpCloud, Map.of("batchSizeForSync", String.valueOf(BATCH)));
    }

    private long writesOfUsers() {
        return calls("^(insert into|update|delete from) (user_|keycloak_group|group_)");
    }

    private void assertFewReads(String who, int groups) {
        assertThat(reads()).as("reads for %s in %d groups", who, groups).isLessThan(30);
    }

    /**
     * A sync's own queries. Realms and roles are not among them, as others read these at any moment: Keycloak for the first administrator's call after
     * a change of any component (with the administrator's roles in all realms up to 26.5, 146 queries for a mere read of the component), and our look
     * at connections every five seconds, which takes each realm from Keycloak's cache.
     */
    private long reads() {
        return calls("^select .* from (user_|keycloak_group|group_|jumpcloud_)");
    }

    private long calls(String pattern) {
        return database.count("select coalesce(sum(calls), 0) from pg_stat_statements where dbid ="
                + " (select oid from pg_database where datname = current_database()) and query ~* '" + pattern + "'");
    }
}
