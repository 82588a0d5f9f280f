package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** From an older jar to this one and back, on a database that stays; started by {@code .ci/upgrade-from}. */
@EnabledIfSystemProperty(named = UpgradePath.PROPERTY, matches = ".+", disabledReason = UpgradePath.WHY_NOT)
@DisplayName("A realm made with an older jar")
class UpgradeIT {

    @Test
    @DisplayName("is the same with this one: users, links, roles, settings, history, waiting removals, kept passwords")
    void upgrade() {
        try (UpgradePath path = new UpgradePath(
                        Map.of("removalLimitPercent", "0", "removalLimitMinimum", "0", "outageLoginHours", "8"));
                MailHouse mails = MailHouse.start()) {
            FederationApi older = path.older();
            assertThat(SyncResult.full(older)).isEqualTo(new SyncResult(4, 0, 0, 0));
            grantRole(older.realm(), "anna");
            assertThat(path.letsIn(older.realm(), "anna")).isTrue();
            path.jumpCloud().directory().removeUser("bert");
            JsonNode holding = new RunApi(older).completed();
            assertThat(holding.path("heldPlan").asText()).isNotEmpty();
            List<String> history = new RunApi(older).ids();
            RealmPicture before = RealmPicture.of(older);
            JumpCloudTablesSeen tables = new JumpCloudTablesSeen(path.database());
            boolean keeps = tables.exists("jumpcloud_kept_password") && new KeptRows(path.database()).count() == 1;

            FederationApi newer = path.newer();

            assertThat(tables.missing()).isEmpty();
            assertThat(tables.pending()).isEmpty();
            assertThat(RealmPicture.of(newer)).isEqualTo(before);
            RunApi runs = new RunApi(newer);
            assertThat(runs.ids()).isEqualTo(history);
            String run = holding.path("id").asText();
            assertThat(runs.one(run)).isEqualTo(holding);
            assertThat(newer.update(Map.of()).status()).as("saved as it is").isEqualTo(204);
            assertThat(runs.ended(runs.approve(run).ok().path("id").asText())
                            .at("/result/removed")
                            .asInt())
                    .isOne();
            assertThat(SyncResult.full(newer)).isEqualTo(SyncResult.NOTHING);
            assertThat(path.letsIn(newer.realm(), "cleo")).isTrue();
            assertThat(newer.realm().users().get("bert").path("enabled").asBoolean())
                    .isFalse();
            welcomesOnlyNewPeople(path, newer, mails);
            assertThat(path.errors()).isEmpty();
            if (keeps) {
                path.jumpCloud().stopListening();
                assertThat(path.letsIn(newer.realm(), "anna"))
                        .as("by the password that the older one kept")
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("goes back to the older jar after this one has worked on it, and forth again")
    void rollback() {
        try (UpgradePath path = new UpgradePath(Map.of());
                MailHouse mails = MailHouse.start()) {
            assertThat(SyncResult.full(path.older())).isEqualTo(new SyncResult(4, 0, 0, 0));

            FederationApi newer = path.newer();
            String cleo = String.valueOf(path.jumpCloud().directory().uidNumberOf("cleo"));
            path.jumpCloud().directory().removeUser("cleo");
            path.jumpCloud().directory().addUser(StandInUser.of("emil", "Emil", "Ernst"));
            newer.realm().update(mails.realmSettings());
            newer.update(Map.of("welcomeEmail", List.of("true"), "loginRefreshSeconds", List.of("60")))
                    .ok();
            // Nothing is held: the settings decide as before who is found.
            assertThat(SyncResult.full(newer)).isEqualTo(new SyncResult(1, 0, 1, 0));
            assertThat(path.letsIn(newer.realm(), "emil")).isTrue();
            List<String> history = new RunApi(newer).ids();
            RealmPicture before = RealmPicture.of(newer);

            FederationApi older = path.older();
            RealmPicture after = RealmPicture.of(older);
            assertThat(after.users()).isEqualTo(before.users());
            assertThat(after.groups()).isEqualTo(before.groups());
            assertThat(new RunApi(older).ids()).isEqualTo(history);
            assertThat(SyncResult.full(older)).isEqualTo(SyncResult.NOTHING);
            assertThat(path.letsIn(older.realm(), "anna")).isTrue();
            assertThat(path.letsIn(older.realm(), "emil")).isTrue();
            assertThat(older.update(Map.of()).status()).isEqualTo(204);
            path.jumpCloud()
                    .directory()
                    .addUser(StandInUser.of("cleo", "Cleo", "Cole").with("uidNumber", cleo));
            assertThat(SyncResult.full(older))
                    .as("who was disabled by the newer one is known")
                    .isEqualTo(new SyncResult(0, 1, 0, 0));
            assertThat(path.letsIn(older.realm(), "cleo")).isTrue();
            assertThat(path.errors()).isEmpty();

            FederationApi again = path.newer();
            assertThat(RealmPicture.of(again).settings())
                    .as("also those that the older one may not know")
                    .isEqualTo(before.settings());
            assertThat(SyncResult.full(again)).isEqualTo(SyncResult.NOTHING);
            assertThat(mails.counts()).isEqualTo(Map.of("emil@example.com", 1));
            assertThat(path.letsIn(again.realm(), "cleo")).isTrue();
            assertThat(path.errors()).isEmpty();
        }
    }

    /** Those whom the older jar has brought are no news. */
    private static void welcomesOnlyNewPeople(UpgradePath path, FederationApi federation, MailHouse mails) {
        federation.realm().update(mails.realmSettings());
        federation.update(Map.of("welcomeEmail", List.of("true"))).ok();
        path.jumpCloud().directory().addUser(StandInUser.of("emil", "Emil", "Ernst"));

        assertThat(new RunApi(federation).completed().at("/result/added").asInt())
                .isOne();

        assertThat(mails.counts()).isEqualTo(Map.of("emil@example.com", 1));
    }

    private static void grantRole(RealmApi realm, String username) {
        realm.post("/roles", Map.of("name", "auditor")).ok();
        JsonNode role = realm.get("/roles/auditor").ok();
        realm.post("/users/" + realm.users().id(username) + "/role-mappings/realm", List.of(role))
                .ok();
    }
}
