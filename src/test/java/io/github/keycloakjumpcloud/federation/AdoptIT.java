package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that used Keycloak's own LDAP provider moves to this one. */
@ExtendWith(KeycloakExtension.class)
class AdoptIT {

    private static final int USERS = 2_000;
    private static final int GROUPS = 100;
    private static final Map<String, String> SAME_IDS = Map.of("uuidLDAPAttribute", "uidNumber");

    @Test
    @DisplayName(
            "2,000 users keep ids, roles, memberships and sessions, sign in, and outlive the old provider's deletion")
    void wholeRealm(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(USERS, GROUPS, 5).start()) {
            RealmApi realm = admin.createRealm();
            FederationApi old = new BuiltInLdap(jumpCloud).addTo(realm, "/");
            old.fullSync().ok();
            // Switched off while its users are listed: it would ask LDAP for each of them.
            old.update(Map.of("enabled", List.of("false"))).ok();
            Picture before = Picture.of(realm);
            String person = before.ids().keySet().stream()
                    .filter(name -> name.startsWith("a"))
                    .findFirst()
                    .orElseThrow();
            old.update(Map.of("enabled", List.of("true"))).ok();
            new LocalContent(realm).grantNewRole(person, "auditor");
            assertThat(before.ids()).hasSizeGreaterThanOrEqualTo(USERS);
            assertThat(before.members()).hasSize(GROUPS);
            assertThat(realm.signIn().with(person, jumpCloud.passwordOf(person)).isSuccess())
                    .isTrue();

            FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud, SAME_IDS));
            JsonNode preview =
                    federation.post("adopt", Map.of("from", old.id())).ok();
            assertThat(preview.path("adopted").asBoolean()).isFalse();
            assertThat(preview.path("users").asInt()).isEqualTo(before.ids().size());
            assertThat(preview.path("groups").asInt()).isEqualTo(GROUPS);
            assertThat(link(realm, person)).isEqualTo(old.id());

            JsonNode done = federation
                    .post(
                            "adopt",
                            Map.of(
                                    "from",
                                    old.id(),
                                    "plan",
                                    preview.path("plan").asText()))
                    .ok();

            assertThat(done.path("adopted").asBoolean()).isTrue();
            assertThat(Picture.of(realm)).isEqualTo(before);
            assertThat(realm.get("/users/" + before.ids().get(person) + "/sessions")
                            .ok())
                    .isNotEmpty();
            assertThat(SyncResult.full(federation).added()).isZero();
            old.delete().ok();

            assertThat(Picture.of(realm)).isEqualTo(before);
            assertThat(realm.users().effectiveRealmRoles(person)).contains("auditor");
            assertThat(link(realm, person)).isEqualTo(federation.id());
            assertThat(realm.signIn().with(person, jumpCloud.passwordOf(person)).isSuccess())
                    .isTrue();
            assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        }
    }

    @Test
    @DisplayName("ids from another attribute are refused with the setting to change, and nothing moves")
    void otherIds(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            RealmApi realm = admin.createRealm();
            FederationApi old = new BuiltInLdap(jumpCloud).addTo(realm, "/");
            old.fullSync().ok();
            Picture before = Picture.of(realm);
            FederationApi federation =
                    realm.addJumpCloud(Federations.settings(jumpCloud, Map.of("uuidLDAPAttribute", "uid")));

            Response refused = federation.post("adopt", Map.of("from", old.id(), "plan", "whatever"));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.error()).isEqualTo("adoption_refused");
            assertThat(refused.message()).contains("uidNumber").contains("LDAP attribute: identity");
            assertThat(Picture.of(realm)).isEqualTo(before);
            assertThat(realm.users().get("jane.doe").path("federationLink").asText())
                    .isEqualTo(old.id());
        }
    }

    @Test
    @DisplayName("a picture that has changed since the preview is not adopted")
    void changedMeanwhile(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            RealmApi realm = admin.createRealm();
            FederationApi old = new BuiltInLdap(jumpCloud).addTo(realm, "/");
            old.fullSync().ok();
            FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud, SAME_IDS));
            String plan = federation
                    .post("adopt", Map.of("from", old.id()))
                    .ok()
                    .path("plan")
                    .asText();
            realm.users().delete("tom.baker").ok();

            Response refused = federation.post("adopt", Map.of("from", old.id(), "plan", plan));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.message()).contains("Preview again");
            assertThat(realm.users().get("jane.doe").path("federationLink").asText())
                    .isEqualTo(old.id());
        }
    }

    @Test
    @DisplayName("only a built-in LDAP provider of the same realm can be adopted")
    void unknownSource(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            FederationApi elsewhere = new BuiltInLdap(jumpCloud).addTo(admin.createRealm(), "/");
            FederationApi federation = Federations.federate(admin, jumpCloud, SAME_IDS);

            assertThat(federation.post("adopt", Map.of("from", elsewhere.id())).status())
                    .isEqualTo(404);
            assertThat(federation.post("adopt", Map.of("from", federation.id())).status())
                    .isEqualTo(404);
            assertThat(federation.post("adopt", Map.of()).status()).isEqualTo(400);
        }
    }

    private static String link(RealmApi realm, String username) {
        return realm.users().get(username).path("federationLink").asText();
    }

    /** Who there is, under which id, and who is in which group. */
    private record Picture(Map<String, String> ids, Map<String, Set<String>> members) {

        static Picture of(RealmApi realm) {
            Map<String, String> ids = new TreeMap<>();
            realm.users()
                    .list(Map.of("max", "100000", "briefRepresentation", "true"))
                    .forEach(user -> ids.put(
                            user.path("username").asText(), user.path("id").asText()));
            Map<String, Set<String>> members = new TreeMap<>();
            // By id: group names may have slashes.
            realm.get("/groups?max=10000").ok().forEach(group -> {
                Set<String> names = new TreeSet<>();
                realm.get("/groups/" + group.path("id").asText() + "/members?max=100000")
                        .ok()
                        .forEach(user -> names.add(user.path("username").asText()));
                members.put(group.path("name").asText(), names);
            });
            return new Picture(ids, members);
        }
    }
}
