package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One import of the readable company; all tests only look at what it left. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {

    private static final String LONG_UID = "maximiliane.von.und.zu.hohenstein-oberbergenstadt.der.juengere.x";

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private LocalContent local;
    private SyncResult result;
    private String log;

    @BeforeAll
    void importCompany(AdminApi admin, KeycloakServer server) {
        jumpCloud = Federations.standIn().start();
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        local = new LocalContent(realm);
        long mark = server.log().mark();
        result = SyncResult.full(federation);
        log = server.log().since(mark);
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("LDAPSyncTest: a full sync adds everybody who can be added and counts the others as failed")
    void everybody() {
        Set<String> expected = new HashSet<>(jumpCloud.directory().usernames());
        expected.remove(jumpCloud.readerName());
        expected.remove("same.mail2");

        assertThat(realm.users().names()).isEqualTo(new TreeSet<>(expected));
        assertThat(result).isEqualTo(new SyncResult(expected.size(), 0, 0, 1));
        assertThat(realm.users().count()).isEqualTo(expected.size());
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: of two users with one e-mail address the second is reported by name, the first is untouched")
    void duplicateMails() {
        assertThat(realm.users().get("same.mail1").path("email").asText()).isEqualTo("shared.box@example.com");
        assertThat(realm.users().byUsername("same.mail2").isMissingNode()).isTrue();
        assertThat(log)
                .contains("uid=same.mail2," + jumpCloud.usersDn()
                        + " cannot be imported: its e-mail address is also that of JumpCloud user 'same.mail1'");
    }

    @Test
    @DisplayName("LDAPUserProfileTest: JumpCloud's fields become user attributes, with id and DN beside them")
    void profile() {
        JsonNode jane = realm.users().get("jane.doe");

        assertThat(jane.path("firstName").asText()).isEqualTo("Jane");
        assertThat(jane.path("lastName").asText()).isEqualTo("Doe");
        assertThat(jane.path("email").asText()).isEqualTo("jane.doe@example.com");
        assertThat(jane.path("emailVerified").asBoolean()).isFalse();
        assertThat(jane.path("enabled").asBoolean()).isTrue();
        assertThat(jane.path("federationLink").asText()).isEqualTo(federation.id());
        Map<String, String> expected = Map.ofEntries(
                Map.entry("displayName", "Janie"),
                Map.entry("middleName", "Q"),
                Map.entry("description", "hired 2024"),
                Map.entry("company", "Example GmbH"),
                Map.entry("costCenter", "CC-42"),
                Map.entry("department", "R&D"),
                Map.entry("employeeIdentifier", "E-1007"),
                Map.entry("employeeType", "Full Time"),
                Map.entry("jobTitle", "Engineer"),
                Map.entry("location", "Vienna"),
                Map.entry("workNumber", "+43 1 5550100"),
                Map.entry("mobileNumber", "+43 660 5550101"),
                Map.entry("homeNumber", "+43 1 5550102"),
                Map.entry("workFaxNumber", "+43 1 5550103"),
                Map.entry("workMobileNumber", "+43 660 5550104"),
                Map.entry("workLocality", "Vienna"),
                Map.entry("workPoBox", "17"),
                Map.entry("workPostalCode", "1010"),
                Map.entry("LDAP_ENTRY_DN", "uid=jane.doe," + jumpCloud.usersDn()),
                Map.entry("LDAP_ID", Long.toString(jumpCloud.directory().uidNumberOf("jane.doe"))));
        expected.forEach((name, value) ->
                assertThat(local.attribute("jane.doe", name)).as(name).containsExactly(value));
    }

    @Test
    @DisplayName(
            "users without mail, without surname, without given name or without any of them are imported all the same")
    void missingFields() {
        JsonNode mailless = realm.users().get("no.mail");
        assertThat(mailless.hasNonNull("email")).isFalse();
        assertThat(mailless.path("lastName").asText()).isEqualTo("Mailless");

        JsonNode surnameless = realm.users().get("no.surname");
        assertThat(surnameless.hasNonNull("lastName")).isFalse();
        assertThat(surnameless.path("firstName").asText()).isEqualTo("Prince");

        JsonNode givenless = realm.users().get("no.givenname");
        assertThat(givenless.hasNonNull("firstName")).isFalse();
        assertThat(givenless.path("lastName").asText()).isEqualTo("Madonna");

        JsonNode nameless = realm.users().get("no.names");
        assertThat(nameless.hasNonNull("firstName")).isFalse();
        assertThat(nameless.hasNonNull("lastName")).isFalse();
    }

    @Test
    @DisplayName("of two addresses the first in alphabetical order is taken, and capital letters become small ones")
    void addresses() {
        assertThat(realm.users().get("two.mails").path("email").asText()).isEqualTo("t.twice@example.com");
        assertThat(realm.users().get("upper.mail").path("email").asText()).isEqualTo("ursula.upper@example.com");
    }

    @Test
    @DisplayName(
            "LDAPSpecialCharsTest: accents, other scripts, apostrophes, parentheses and 64 characters survive in names")
    void specialCharacters() {
        assertThat(realm.users().get("juergen.mueller").path("lastName").asText())
                .isEqualTo("Müller");
        assertThat(realm.users().get("sean.obrien").path("firstName").asText()).isEqualTo("Seán");
        assertThat(realm.users().get("sean.obrien").path("lastName").asText()).isEqualTo("O'Brien");
        assertThat(realm.users().get("zoe.garcia").path("lastName").asText()).isEqualTo("García-Núñez");
        assertThat(realm.users().get("hanako.suzuki").path("firstName").asText())
                .isEqualTo("花子");
        assertThat(realm.users().get("smith(ext)").path("email").asText()).isEqualTo("john.smith.ext@example.com");
        assertThat(LONG_UID).hasSize(64);
        assertThat(realm.users().get(LONG_UID).path("firstName").asText()).isEqualTo("Maximiliane");
    }

    @Test
    @DisplayName(
            "LDAPSpecialCharsTest: groups with umlauts, commas, parentheses, plus and hash have exactly their members")
    void groups() {
        assertThat(realm.topLevelGroups())
                .containsExactlyInAnyOrder(
                        "Engineering",
                        "Something (Special)",
                        "Vertrieb & Märkte",
                        "Finance, Vienna",
                        "C++ Guild",
                        "#ops",
                        "wayk-users",
                        "Odd Cases");
        assertThat(realm.members("/Engineering"))
                .containsExactlyInAnyOrder(
                        "tom.baker", "jane.doe", "omar.haddad", "lisa.wong", "ingrid.solberg", "juergen.mueller");
        assertThat(realm.users().groups("jane.doe"))
                .containsExactlyInAnyOrder("/Engineering", "/Something (Special)", "/C++ Guild", "/wayk-users");
        assertThat(realm.users().groups("priya.nair"))
                .containsExactlyInAnyOrder("/Something (Special)", "/Finance, Vienna");
        assertThat(realm.users().groups("mark.evans")).containsExactly("/Vertrieb & Märkte");
        assertThat(realm.users().groups("daniel.kim")).containsExactly("/#ops");
        assertThat(realm.users().groups("smith(ext)")).containsExactly("/Odd Cases");
        assertThat(realm.users().groups("nora.lone")).isEmpty();
    }

    @Test
    @DisplayName(
            "groups without members, groups not bound to LDAP, Linux groups and Samba domains are no groups in Keycloak")
    void notGroups() {
        assertThat(realm.topLevelGroups())
                .doesNotContain("Empty Group", "Not In LDAP", "engineering-linux", "WORKGROUP");
        assertThat(realm.users().groups("julia.novak")).isEmpty();
    }

    @Test
    @DisplayName("the LDAP reader is not imported, and the log says so and how to change it")
    void reader() {
        assertThat(realm.users().byUsername(jumpCloud.readerName()).isMissingNode())
                .isTrue();
        assertThat(log).contains(jumpCloud.readerDn() + " is left out: This is the account with which Keycloak");
        assertThat(log).contains("importBindUser");
    }

    @Test
    @DisplayName("suspended, locked, expired and pending users are imported and enabled: only a bind shows their state")
    void states() {
        for (String name : Set.of("suspended.user", "locked.out", "expired.pw", "pending.user")) {
            assertThat(realm.users().get(name).path("enabled").asBoolean())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("LDAPCountQueryTest: imported users are counted once, whether all are counted or only some")
    void counts() {
        assertThat(realm.users().count()).isEqualTo(result.added());
        assertThat(realm.get("/users/count?search=baker").ok().asInt()).isEqualTo(1);
        assertThat(realm.get("/users/count?username=no.").ok().asInt()).isEqualTo(4);
    }

    @Test
    @DisplayName(
            "LDAPSearchForUsersPaginationTest: infix, prefix, exact, two-keyword, attribute and DN searches find imported users")
    void searches() {
        assertThat(found(Map.of("search", "*aker*"))).containsExactly("tom.baker");
        assertThat(found(Map.of("search", "tom.b"))).containsExactly("tom.baker");
        assertThat(found(Map.of("search", "\"tom.baker\""))).containsExactly("tom.baker");
        assertThat(found(Map.of("search", "baker tom"))).containsExactly("tom.baker");
        assertThat(found(Map.of("q", "employeeIdentifier:E-1007"))).containsExactly("jane.doe");
        assertThat(found(Map.of("q", "LDAP_ENTRY_DN:\"uid=jane.doe," + jumpCloud.usersDn() + "\"")))
                .containsExactly("jane.doe");
        assertThat(found(Map.of("search", "shared.box@example.com"))).containsExactly("same.mail1");
    }

    @Test
    @DisplayName("LDAPSearchForUsersPaginationTest: the pages of a list contain everybody exactly once")
    void pages() {
        Set<String> seen = new HashSet<>();
        int listed = 0;
        for (int first = 0; first < result.added(); first += 7) {
            for (JsonNode user : realm.users().list(Map.of("first", Integer.toString(first), "max", "7"))) {
                seen.add(user.path("username").asText());
                listed++;
            }
        }
        assertThat(listed).isEqualTo(result.added());
        assertThat(seen).hasSize(result.added());
    }

    private Set<String> found(Map<String, String> query) {
        Set<String> names = new HashSet<>();
        realm.users()
                .list(query)
                .forEach(user -> names.add(user.path("username").asText()));
        return names;
    }
}
