package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.postgres.BlockedStatements;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresKeycloakExtension.class)
class SimultaneousImportIT {

    private static final String CREATED = "select count(*) from user_entity where username = 'anna'";

    @Test
    @DisplayName(
            "somebody whose group another sign-in creates at the same moment, the database refusing ours, is in that group")
    void group(PostgresKeycloak keycloak) throws SQLException {
        PostgresDatabase database = keycloak.database();
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(keycloak.server().admin(), jumpCloud, Map.of());
            RealmApi realm = federation.realm();
            assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
            String group = realm.group("/Team").path("id").asText();
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "create temp table kept_group as select * from keycloak_group where id = '" + group + "'");
                statement.execute(
                        "create temp table kept_attributes as select * from group_attribute where group_id = '" + group
                                + "'");
                federation.removeImportedUsers().ok();
                realm.delete("/groups/" + group).ok();

                other.setAutoCommit(false);
                statement.execute("insert into keycloak_group select * from kept_group");
                statement.execute("insert into group_attribute select * from kept_attributes");
                CompletableFuture<SignInResult> signIn = CompletableFuture.supplyAsync(() -> signIn(realm, jumpCloud));
                BlockedStatements blocked = new BlockedStatements(database);
                // Together with others, and alone.
                blocked.refuse("the sign-in creates the group, too");
                blocked.refuse("the sign-in creates the group, too");
                Awaitility.await("the user is there, without the group").until(() -> database.count(CREATED) > 0);
                blocked.await("the sign-in creates the group once more");
                other.commit();

                assertThat(signIn.join().isSuccess()).isTrue();
            }
            assertThat(realm.users().groups("anna")).containsExactly("/Team");
            assertThat(realm.group("/Team").path("id").asText()).isEqualTo(group);
        }
    }

    private static SignInResult signIn(RealmApi realm, JumpCloudStandIn jumpCloud) {
        return realm.signIn().with("anna", jumpCloud.passwordOf("anna"));
    }
}
