package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of those whom a complete read does not find any more, and of those who come under their names. */
@ExtendWith(KeycloakExtension.class)
class DepartureIT {

    private final JumpCloudStandIn jumpCloud = Federations.standIn().start();

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    private boolean signsIn(RealmApi realm, String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess();
    }

    @Test
    @DisplayName(
            "keep: who has left a required group cannot sign in after the next sync, keeps the account, and is back at once")
    void requiredGroup(AdminApi admin) {
        FederationApi federation =
                Federations.federate(admin, jumpCloud, Map.of("userGroups", "wayk-users", "removedUsers", "keep"));
        RealmApi realm = federation.realm();
        String member = jumpCloud.directory().membersOf("wayk-users").get(0);
        federation.fullSync().ok();
        assertThat(signsIn(realm, member)).isTrue();
        String id = realm.users().id(member);

        jumpCloud.directory().removeMember("wayk-users", member);
        federation.fullSync().ok();

        assertThat(realm.users().byUsername(member).path("enabled").asBoolean()).isTrue();
        assertThat(signsIn(realm, member)).isFalse();

        jumpCloud.directory().addMember("wayk-users", member);
        assertThat(signsIn(realm, member)).isTrue();
        assertThat(realm.users().id(member)).isEqualTo(id);
        OperationCounts before = jumpCloud.counts();
        assertThat(signsIn(realm, member)).isTrue();
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isOne();
    }

    @Test
    @DisplayName("an unchanged departure is written once")
    void markedOnce(AdminApi admin) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        federation.fullSync().ok();
        jumpCloud.directory().removeUser("tom.baker");
        federation.fullSync().ok();
        String since = departedSince(realm);

        federation.fullSync().ok();

        assertThat(since).isNotEmpty();
        assertThat(departedSince(realm)).isEqualTo(since);
    }

    private static String departedSince(RealmApi realm) {
        return realm.users()
                .get("tom.baker")
                .path("attributes")
                .path("jumpcloud.departed")
                .path(0)
                .asText();
    }

    @Test
    @DisplayName("somebody who was given another person's identity is not taken for that person's new name")
    void duplicateIdentity(AdminApi admin, KeycloakServer server) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        federation.fullSync().ok();
        String jane = realm.users().id("jane.doe");
        long mark = server.log().mark();

        jumpCloud.directory().addUser(StandInUser.of("impostor", "Im", "Postor"));
        jumpCloud
                .directory()
                .setAttribute(
                        "impostor",
                        "uidNumber",
                        String.valueOf(jumpCloud.directory().uidNumberOf("jane.doe")));

        assertThat(signsIn(realm, "impostor")).isFalse();
        assertThat(realm.users().id("jane.doe")).isEqualTo(jane);
        assertThat(signsIn(realm, "jane.doe")).isTrue();
        assertThat(server.log().since(mark)).contains("impostor");
    }

    @Test
    @DisplayName("members of an imported group that is also a default group of the realm are imported")
    void defaultGroup(AdminApi admin) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        federation.fullSync().ok();
        String group = realm.group("/wayk-users").path("id").asText();
        realm.put("/default-groups/" + group, null).ok();
        jumpCloud.directory().addUser(StandInUser.of("new.hire", "New", "Hire").inGroups("wayk-users"));

        assertThat(federation.fullSync().ok().path("added").asInt()).isOne();
        assertThat(realm.users().groups("new.hire")).contains("/wayk-users");
        assertThat(signsIn(realm, "new.hire")).isTrue();
    }
}
