package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Lists and searches of users come from Keycloak's database alone")
class UserSearchIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName(
            "LDAPSearchForUsersPaginationTest: prefix, infix, exact, two keywords and attributes find local and imported users alike, without JumpCloud")
    void searches(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = synced(admin, jumpCloud);
        realm.users().createLocal("jane.local", "jane.local@example.com", "local password");
        realm.clearUserCache();
        OperationCounts before = jumpCloud.counts();

        assertThat(found(realm, Map.of("search", "jane"))).containsExactly("jane.doe", "jane.local");
        assertThat(found(realm, Map.of("search", "*oe*"))).contains("jane.doe", "zoe.garcia");
        assertThat(found(realm, Map.of("search", "\"jane.doe\""))).containsExactly("jane.doe");
        assertThat(found(realm, Map.of("search", "jane doe"))).containsExactly("jane.doe");
        assertThat(found(realm, Map.of("search", "müll"))).containsExactly("juergen.mueller");
        assertThat(found(realm, Map.of("email", "jane.doe@example.com", "exact", "true")))
                .containsExactly("jane.doe");
        assertThat(found(realm, Map.of("lastName", "wong"))).containsExactly("lisa.wong");
        assertThat(found(realm, Map.of("q", "jobTitle:\"Head of Sales\""))).containsExactly("mark.evans");
        assertThat(found(realm, Map.of("q", "LDAP_ID:" + jumpCloud.directory().uidNumberOf("jane.doe"))))
                .containsExactly("jane.doe");
        assertThat(found(
                        realm,
                        Map.of("q", "LDAP_ENTRY_DN:\"" + jumpCloud.directory().dnOf("jane.doe") + "\"")))
                .containsExactly("jane.doe");
        assertThat(found(realm, Map.of("search", "nobody"))).isEmpty();
        assertThat(found(realm, Map.of("search", "*)(uid=*"))).isEmpty();

        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName(
            "LDAPSearchForUsersPaginationTest: pages hold every user exactly once, also while JumpCloud is away, and everybody stays enabled")
    void pages(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = synced(admin, jumpCloud);
        realm.users().createLocal("local", "local@example.com", "local password");
        jumpCloud.stopListening();
        realm.clearUserCache();

        List<String> names = new ArrayList<>();
        for (int first = 0; first < 100; first += 7) {
            for (JsonNode user : realm.users().list(Map.of("first", String.valueOf(first), "max", "7"))) {
                names.add(user.path("username").asText());
                assertThat(user.path("enabled").asBoolean()).isTrue();
            }
        }

        assertThat(names).doesNotHaveDuplicates().hasSize(realm.users().count()).contains("local", "jane.doe");
        assertThat(realm.users().names()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @DisplayName("LDAPCountQueryTest: counts are those of the database, each user once, without JumpCloud")
    void counts(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = synced(admin, jumpCloud);
        realm.users().createLocal("jane.local", "jane.local@example.com", "local password");
        OperationCounts before = jumpCloud.counts();

        assertThat(realm.users().count()).isEqualTo(realm.users().list().size());
        assertThat(realm.get("/users/count?search=jane").ok().asInt()).isEqualTo(2);
        assertThat(realm.get("/users/count?search=*oe*").ok().asInt())
                .isEqualTo(found(realm, Map.of("search", "*oe*")).size());
        assertThat(realm.get("/users/count?lastName=wong").ok().asInt()).isEqualTo(1);
        assertThat(realm.get("/users/count?q=LDAP_ID:" + jumpCloud.directory().uidNumberOf("jane.doe"))
                        .ok()
                        .asInt())
                .isEqualTo(1);

        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName("LDAPPaginationTest: a page of a group's members is exactly that page, without JumpCloud")
    void groupMembers(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = synced(admin, jumpCloud);
        String id = realm.group("/Engineering").path("id").asText();
        OperationCounts before = jumpCloud.counts();

        List<String> names = new ArrayList<>();
        for (int first = 0; first < 8; first += 2) {
            realm.get("/groups/" + id + "/members?max=2&first=" + first)
                    .ok()
                    .forEach(member -> names.add(member.path("username").asText()));
        }

        assertThat(names)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(jumpCloud.directory().membersOf("Engineering"));
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName("an administrator's search imports nobody")
    void searchImportsNobody(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        OperationCounts before = jumpCloud.counts();

        assertThat(found(realm, Map.of("search", "jane"))).isEmpty();
        assertThat(found(realm, Map.of("search", "*"))).isEmpty();
        assertThat(realm.users().count()).isZero();

        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName(
            "UserStorageGracefulDegradationLdapTest: while JumpCloud is away local users sign in and are found; JumpCloud's users cannot, and no failure is counted")
    void whileAway(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        realm.update(Map.of("bruteForceProtected", true));
        realm.users().createLocal("local", "local@example.com", "local password");
        federation.fullSync().ok();
        jumpCloud.stopListening();

        assertThat(realm.signIn().with("local", "local password").isSuccess()).isTrue();
        assertThat(found(realm, Map.of("search", "loc*"))).contains("local");
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isFalse();
        assertThat(realm.users().bruteForce("jane.doe").path("numFailures").asInt())
                .isZero();
        // As for those whom Keycloak knows: an outage must not tell who they are.
        assertThat(realm.signIn().with("unknown", "whatever").error()).isEqualTo("temporarily_unavailable");
        assertThat(realm.signIn().with("local@example.com", "local password").isSuccess())
                .isTrue();
        assertThat(realm.users().get("jane.doe").path("enabled").asBoolean()).isTrue();

        jumpCloud.startListening();
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
    }

    private static RealmApi synced(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        federation.fullSync().ok();
        return federation.realm();
    }

    private static List<String> found(RealmApi realm, Map<String, String> query) {
        List<String> names = new ArrayList<>();
        realm.users()
                .list(query)
                .forEach(user -> names.add(user.path("username").asText()));
        return names;
    }
}
