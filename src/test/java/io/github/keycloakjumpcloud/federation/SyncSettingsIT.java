package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the settings change about a sync. */
@ExtendWith(KeycloakExtension.class)
class SyncSettingsIT {

    private JumpCloudStandIn jumpCloud;
    private AdminApi admin;

    @BeforeEach
    void startSmallCompany(AdminApi adminApi) {
        admin = adminApi;
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer")
                        .with("title", "Engineer")
                        .with("l", "Graz"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addUser(StandInUser.of("cleo", "Cleo", "Cole"))
                .addGroup("wayk-users", "anna", "bert")
                .addGroup("wayk-admins", "anna")
                .addGroup("#ops", "cleo");
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "LDAPGroupMapperSyncWithGroupsPathTest: the groups path is created, and imported groups are there and nowhere else")
    void groupsPath() {
        RealmApi realm = admin.createRealm();
        LocalContent local = new LocalContent(realm);
        local.group("wayk-users");
        FederationApi federation =
                realm.addJumpCloud(Federations.settings(jumpCloud, Map.of("groupsPath", "/JumpCloud/Imported")));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));

        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("JumpCloud", "wayk-users");
        assertThat(local.groupsBelow("/JumpCloud")).containsExactly("/JumpCloud/Imported");
        assertThat(local.groupsBelow("/JumpCloud/Imported"))
                .containsExactlyInAnyOrder(
                        "/JumpCloud/Imported/#ops",
                        "/JumpCloud/Imported/wayk-admins",
                        "/JumpCloud/Imported/wayk-users");
        assertThat(realm.users().groups("anna"))
                .containsExactlyInAnyOrder("/JumpCloud/Imported/wayk-admins", "/JumpCloud/Imported/wayk-users");
        assertThat(realm.members("/wayk-users")).isEmpty();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("group name patterns say which groups are imported; the users come all the same")
    void groupNames() {
        Map<String, List<String>> settings = new HashMap<>(Federations.settings(jumpCloud));
        settings.put("groupNames", List.of("Wayk-A*", "#ops"));
        FederationApi federation = admin.createRealm().addJumpCloud(settings);

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));

        assertThat(federation.realm().topLevelGroups()).containsExactlyInAnyOrder("wayk-admins", "#ops");
        assertThat(federation.realm().users().groups("anna")).containsExactly("/wayk-admins");
    }

    @Test
    @DisplayName("only members of the required user groups exist for Keycloak, at a sync as at a sign-in")
    void userGroups() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("userGroups", "wayk-users"));
        RealmApi realm = federation.realm();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 0));

        assertThat(realm.users().names()).containsExactly("anna", "bert");
        assertThat(realm.signIn().with("cleo", jumpCloud.passwordOf("cleo")).errorDescription())
                .isEqualTo("Invalid user credentials");
        assertThat(realm.users().names()).containsExactly("anna", "bert");

        jumpCloud.directory().addMember("wayk-users", "cleo");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 0));
        assertThat(realm.users().groups("cleo")).containsExactlyInAnyOrder("/wayk-users", "/#ops");
    }

    @Test
    @DisplayName("with groups off users come without groups, and switching groups on brings them")
    void groupsOff() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("groupsEnabled", "false"));
        RealmApi realm = federation.realm();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));
        assertThat(realm.topLevelGroups()).isEmpty();

        federation.update(Map.of("groupsEnabled", List.of("true"))).ok();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 3, 0, 0));
        assertThat(realm.members("/wayk-users")).containsExactlyInAnyOrder("anna", "bert");
    }

    @Test
    @DisplayName(
            "LDAPGroupMapperSyncTest: with groups switched off again the memberships that were imported stay as they are")
    void groupsOffLater() {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        SyncResult.full(federation);
        federation.update(Map.of("groupsEnabled", List.of("false"))).ok();
        jumpCloud.directory().removeMember("wayk-users", "anna");

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(federation.realm().members("/wayk-users")).containsExactlyInAnyOrder("anna", "bert");
    }

    @Test
    @DisplayName("memberships come from the groups' members where the administrator says so or memberOf is not served")
    void membershipsFromGroups() {
        jumpCloud.behaviour().memberOf(false);
        for (String source : List.of("auto", "member")) {
            FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("membershipSource", source));

            assertThat(SyncResult.full(federation)).as(source).isEqualTo(new SyncResult(3, 0, 0, 0));

            assertThat(federation.realm().users().groups("anna"))
                    .as(source)
                    .containsExactlyInAnyOrder("/wayk-users", "/wayk-admins");
        }
    }

    @Test
    @DisplayName("custom mappings bring exactly their attributes, and what a removed mapping brought is cleared")
    void mappings() {
        RealmApi realm = admin.createRealm();
        LocalContent local = new LocalContent(realm);
        local.allowUnmanagedAttributes();
        FederationApi federation = realm.addJumpCloud(Federations.settings(
                jumpCloud,
                Map.of(
                        "attributeMappings",
                        "[{\"key\":\"title\",\"value\":\"role\"},{\"key\":\"l\",\"value\":\"city\"}]")));
        SyncResult.full(federation);
        assertThat(local.attribute("anna", "role")).containsExactly("Engineer");
        assertThat(local.attribute("anna", "city")).containsExactly("Graz");
        assertThat(local.attribute("anna", "jobTitle")).isEmpty();
        local.setAttribute("anna", "own", "kept");

        federation
                .update(Map.of("attributeMappings", List.of("[{\"key\":\"l\",\"value\":\"town\"}]")))
                .ok();
        SyncResult.full(federation);

        assertThat(local.attribute("anna", "role")).isEmpty();
        assertThat(local.attribute("anna", "city")).isEmpty();
        assertThat(local.attribute("anna", "town")).containsExactly("Graz");
        assertThat(local.attribute("anna", "own")).containsExactly("kept");
    }

    @Test
    @DisplayName(
            "LDAPMultipleAttributesTest: all values of an attribute arrive, in alphabetical order, and a change of one is a change")
    void severalValues() {
        jumpCloud.directory().setAttribute("anna", "mobile", "+43 2", "+43 1");
        FederationApi federation = Federations.federate(admin, jumpCloud);
        LocalContent local = new LocalContent(federation.realm());
        SyncResult.full(federation);
        assertThat(local.attribute("anna", "mobileNumber")).containsExactly("+43 1", "+43 2");

        jumpCloud.directory().setAttribute("anna", "mobile", "+43 1", "+43 2");
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        jumpCloud.directory().setAttribute("anna", "mobile", "+43 1", "+43 3");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));
        assertThat(local.attribute("anna", "mobileNumber")).containsExactly("+43 1", "+43 3");
    }

    @Test
    @DisplayName(
            "imported addresses are verified if they are trusted, otherwise a new address is not verified any more")
    void trustEmail() {
        FederationApi trusting = Federations.federate(admin, jumpCloud, Map.of("trustEmail", "true"));
        SyncResult.full(trusting);
        assertThat(verified(trusting)).isTrue();

        FederationApi careful = Federations.federate(admin, jumpCloud);
        SyncResult.full(careful);
        assertThat(verified(careful)).isFalse();
        new LocalContent(careful.realm()).setEmailVerified("anna");
        jumpCloud.directory().setAttribute("anna", "title", "Manager");
        SyncResult.full(careful);
        assertThat(verified(careful)).isTrue();

        jumpCloud.directory().setAttribute("anna", "mail", "new@example.com");
        SyncResult.full(careful);
        SyncResult.full(trusting);
        assertThat(verified(careful)).isFalse();
        assertThat(verified(trusting)).isTrue();
    }

    @Test
    @DisplayName("a realm that allows duplicate addresses takes both owners of one address")
    void duplicateEmails() {
        jumpCloud.directory().setAttribute("bert", "mail", "Anna@example.com");
        FederationApi federation = admin.createRealm(
                        "{\"duplicateEmailsAllowed\":true,\"loginWithEmailAllowed\":false}")
                .addJumpCloud(Federations.settings(jumpCloud));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));

        assertThat(federation.realm().users().get("anna").path("email").asText())
                .isEqualTo("anna@example.com");
        assertThat(federation.realm().users().get("bert").path("email").asText())
                .isEqualTo("anna@example.com");
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("with the import off a sync brings nobody and asks JumpCloud nothing")
    void importOff() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("importEnabled", "false"));
        jumpCloud.resetCounts();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(federation.realm().users().names()).isEmpty();
        assertThat(jumpCloud.counts().roundTrips()).isZero();
        assertThat(federation
                        .realm()
                        .signIn()
                        .with("anna", jumpCloud.passwordOf("anna"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    @DisplayName("a reader who is a person is imported where the administrator says so")
    void importReader() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("importBindUser", "true"));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));

        assertThat(federation.realm().users().names()).contains(jumpCloud.readerName());
    }

    @Test
    @DisplayName("an LDAP filter narrows who is imported")
    void customFilter() {
        FederationApi federation =
                Federations.federate(admin, jumpCloud, Map.of("customUserSearchFilter", "(|(uid=anna)(sn=Cole))"));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 0));

        assertThat(federation.realm().users().names()).containsExactly("anna", "cleo");
    }

    @Test
    @DisplayName("LDAPSyncTest: with the user name as identity a new user name is a new user")
    void usernameAsIdentity() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("uuidLDAPAttribute", "uid"));
        SyncResult.full(federation);
        String anna = federation.realm().users().id("anna");
        jumpCloud.directory().renameUser("anna", "anna.auer").setAttribute("anna.auer", "mail", "auer@example.com");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 1, 0));

        assertThat(federation.realm().users().id("anna")).isEqualTo(anna);
        assertThat(federation.realm().users().id("anna.auer")).isNotEqualTo(anna);
    }

    @Test
    @DisplayName("LDAPSyncTest: an entry without the user name attribute fails, the others are imported")
    void missingUsername() {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("usernameLDAPAttribute", "title"));

        // Only anna has a title; bert, cleo fail.
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 2));

        assertThat(federation.realm().users().names()).containsExactly("engineer");
    }

    private static boolean verified(FederationApi federation) {
        return federation.realm().users().get("anna").path("emailVerified").asBoolean();
    }
}
