package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Welcome mails as they leave a real Keycloak and arrive at a real mail server. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("A welcome mail")
class WelcomeMailIT {

    private static final Map<String, Integer> ONE_EACH =
            Map.of("anna@example.com", 1, "bert@example.com", 1, "cleo@example.com", 1, "dora@example.com", 1);

    private JumpCloudStandIn jumpCloud;
    private MailHouse mails;
    private RealmApi realm;
    private FederationApi federation;
    private RunApi runs;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        mails = MailHouse.start();
        realm = admin.createRealm();
        realm.update(mails.realmSettings());
        realm.update(Map.of(
                "displayName",
                "Acme & Sons",
                "internationalizationEnabled",
                true,
                "supportedLocales",
                List.of("en", "de", "fr"),
                "defaultLocale",
                "fr"));
        federation = realm.addJumpCloud(Federations.settings(
                jumpCloud,
                Map.of(
                        "welcomeEmail",
                        "true",
                        "removalLimitMinimum",
                        "100",
                        "attributeMappings",
                        "[{\"key\":\"preferredLanguage\",\"value\":\"locale\"}]")));
        runs = new RunApi(federation);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
        mails.close();
    }

    @Test
    @DisplayName("says in the user's language, or else the realm's, who may sign in where, as text and as HTML")
    void languages() {
        jumpCloud
                .directory()
                .setAttribute("anna", "preferredLanguage", "de")
                .setAttribute("anna", "givenName", "Anna <b>&")
                .setAttribute("bert", "preferredLanguage", "xx");

        runs.completed();

        ReceivedMail anna = mails.to("anna@example.com");
        assertThat(anna.from()).isEqualTo("keycloak@example.com");
        assertThat(anna.subject()).isEqualTo("Ihr Konto ist bereit");
        assertThat(anna.text())
                .contains("Guten Tag Anna <b>&, für Sie wurde ein Konto bei Acme & Sons eingerichtet.")
                .contains("Ihr Benutzername ist anna.")
                .doesNotContain("http");
        assertThat(anna.html())
                .contains("<html lang=\"de\"", "Anna &lt;b&gt;&amp;", "bei Acme &amp; Sons", "ist anna.")
                .doesNotContain("<b>", "<a ");
        ReceivedMail bert = mails.to("bert@example.com");
        assertThat(bert.subject()).isEqualTo("Votre compte est prêt");
        assertThat(bert.text()).contains("Bonjour Bert", "mot de passe JumpCloud");
        assertThat(bert.html()).contains("<html lang=\"fr\"", "Bonjour Bert");
    }

    @Test
    @DisplayName(
            "has a link where Keycloak knows its address, the realm's wording, and the frame of the theme jumpcloud if that is chosen")
    void theme() {
        realm.update(Map.of("emailTheme", "jumpcloud", "attributes", Map.of("frontendUrl", "https://login.acme.test")));
        realm.post("/localization/fr", Map.of("jumpcloud.mail.password", "Bienvenue chez nous !"))
                .ok();

        runs.completed();

        ReceivedMail anna = mails.to("anna@example.com");
        String link = "https://login.acme.test/realms/" + realm.name() + "/account";
        assertThat(anna.text()).contains("Bienvenue chez nous !");
        assertThat(anna.html()).contains("max-width: 560px", ">Acme &amp; Sons</div>");
        if (TestedKeycloak.isAtLeast("26.7")) {
            assertThat(anna.text()).contains("Accéder à votre compte", link);
            assertThat(anna.html()).contains("href=\"" + link);
        } else {
            // Up to 26.6 Keycloak does not tell its address outside a request, even where it is configured.
            assertThat(anna.text()).doesNotContain("Accéder à votre compte", "/account");
        }
    }

    @Test
    @DisplayName("is announced by a preview and a dry run, and sent by neither")
    void preview() {
        jumpCloud.directory().addUser(StandInUser.of("emil", "Emil", "Ernst").without("mail"));

        JsonNode preview = federation.post("preview", null).ok().path("welcome");

        assertThat(preview.path("due").asInt()).isEqualTo(4);
        assertThat(preview.path("withoutAddress").asInt()).isEqualTo(1);
        assertThat(preview.path("sent").asInt()).isZero();
        JsonNode dry = runs.ended(runs.startDry().ok().path("id").asText());
        assertThat(dry.path("report").path("welcome")).isEqualTo(preview);
        assertThat(mails.count()).isZero();

        JsonNode run = runs.completed().path("report").path("welcome");

        assertThat(run.path("sent").asInt()).isEqualTo(4);
        assertThat(run.path("withoutAddress").asInt()).isEqualTo(1);
        assertThat(mails.counts()).isEqualTo(ONE_EACH);
        assertThat(federation
                        .post("preview", null)
                        .ok()
                        .path("welcome")
                        .path("due")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName(
            "is sent once: not after a rename, not on return, not after all users were removed from Keycloak and came again")
    void once() {
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
        jumpCloud.directory().renameUser("anna", "anna.adler");
        assertThat(SyncResult.full(federation).updated()).isEqualTo(1);
        String bert = String.valueOf(jumpCloud.directory().uidNumberOf("bert"));
        jumpCloud.directory().removeUser("bert");
        assertThat(SyncResult.full(federation).removed()).isEqualTo(1);
        jumpCloud.directory().addUser(StandInUser.of("bert", "Bert", "Beck").with("uidNumber", bert));
        assertThat(SyncResult.full(federation).updated()).isEqualTo(1);
        federation.removeImportedUsers().ok();
        assertThat(realm.users().count()).isZero();

        assertThat(SyncResult.full(federation).added()).isEqualTo(4);

        assertThat(mails.counts()).isEqualTo(ONE_EACH);
    }

    @Test
    @DisplayName("is not sent to somebody whom a look-up or a sign-in brought in")
    void signIn() {
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).status())
                .isEqualTo(200);

        runs.completed();

        assertThat(mails.counts().keySet()).containsExactly("bert@example.com", "cleo@example.com", "dora@example.com");
    }

    @Test
    @DisplayName("does not fail the run where the mail server is away, and is sent by the next run, once")
    void deadServer() {
        mails.switchOff();

        JsonNode run = runs.completed();

        assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.path("result").path("added").asInt()).isEqualTo(4);
        JsonNode welcome = run.path("report").path("welcome");
        assertThat(welcome.path("sent").asInt()).isZero();
        assertThat(welcome.path("waiting").asInt()).isEqualTo(4);
        assertThat(welcome.path("problems").path(0).asText()).isEqualTo("the mail server cannot be reached");

        mails.switchOn();
        assertThat(runs.completed().path("report").path("welcome").path("sent").asInt())
                .isEqualTo(4);
        runs.completed();
        assertThat(mails.counts()).isEqualTo(ONE_EACH);
    }

    @Test
    @DisplayName(
            "waits for the next run where a run is cancelled, which does not undo its success, and goes to nobody twice; five leave in a second")
    void cancelled() {
        for (int i = 10; i < 40; i++) {
            jumpCloud.directory().addUser(StandInUser.of("user" + i, "User", "Number" + i));
        }
        long start = System.nanoTime();
        String run = runs.started();
        Awaitility.await("ten mails")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mails.count() >= 10);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_800));
        assertThat(runs.one(run).path("progress").path("phase").asText()).isEqualTo("MAILS");

        runs.cancel(run).ok();

        JsonNode welcome = runs.ended(run).path("report").path("welcome");
        assertThat(runs.state(run)).as("its users are all there").isEqualTo("COMPLETED");
        assertThat(welcome.path("sent").asInt()).isBetween(10, 33).isEqualTo(mails.count());
        assertThat(welcome.path("waiting").asInt()).isEqualTo(34 - mails.count());

        runs.completed();

        assertThat(mails.counts())
                .hasSize(34)
                .allSatisfy((address, count) -> assertThat(count).as(address).isEqualTo(1));
    }

    @Test
    @DisplayName("cannot be switched on in a realm without a mail server, and a run of a realm that lost it says so")
    void noServer(AdminApi admin) {
        Response refused =
                admin.createRealm().tryAddJumpCloud(Federations.settings(jumpCloud, Map.of("welcomeEmail", "true")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errorMessage").asText())
                .isEqualTo("Welcome mail is on, but the realm has no mail server. Enter one with a sender’s address"
                        + " under Realm settings > Email, or switch Welcome mail off.");
        realm.update(Map.of("smtpServer", Map.of()));

        JsonNode run = runs.completed();

        assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
        JsonNode welcome = run.path("report").path("welcome");
        assertThat(welcome.path("waiting").asInt()).isEqualTo(4);
        assertThat(welcome.path("problems").path(0).asText()).contains("the realm has no mail server");
        JsonNode preview = federation.post("preview", null).ok().path("welcome");
        assertThat(preview.path("due").asInt()).isZero();
        assertThat(preview.path("waiting").asInt()).isEqualTo(4);
    }
}
