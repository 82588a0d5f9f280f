package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.i18n.MessageBundle;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("In another language than English")
class LanguagesIT {

    private static final String GERMAN_REALM =
            "{\"internationalizationEnabled\": true, \"supportedLocales\": [\"de\"], \"defaultLocale\": \"de\"}";

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @ParameterizedTest
    @CsvSource({"de, de", "es, es", "fr, fr", "ja, ja", "pt, pt", "pt-BR, pt"})
    @DisplayName("the console is given every text")
    void served(String locale, String bundle, KeycloakServer server) {
        Map<String, String> served = new HashMap<>();
        PlainHttp.get(server.url() + "/resources/master/admin/" + locale)
                .body()
                .forEach(message -> served.put(
                        message.path("key").asText(), message.path("value").asText()));

        assertThat(served).containsAllEntriesOf(MessageBundle.of(bundle).texts());
    }

    @Test
    @DisplayName("a German administrator reads in German what the connection test found")
    void connectionTest(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = admin.createRealm(GERMAN_REALM);
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        AdminApi german = germanAdministrator(realm);

        JsonNode test = german.post("/realms/" + realm.name() + "/jumpcloud/" + federation.id() + "/test", null)
                .ok();

        assertThat(test.path("stages").path(3).path("message").asText())
                .isEqualTo(new MessageFormat(MessageBundle.of("de").texts().get("jumpcloud.test.signedIn"), Locale.ROOT)
                        .format(new Object[] {jumpCloud.readerDn(), jumpCloud.ldapsUrl()}));
    }

    @Test
    @DisplayName("the provider's page is German in a German console")
    void providerPage(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = server.admin().createRealm(GERMAN_REALM);
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        germanAdministrator(realm);
        String administrator = realm.users().names().iterator().next();
        try (Browser browser = Browser.open()) {
            browser.open(server.url() + "/admin/" + realm.name() + "/console/#/" + realm.name()
                    + "/user-federation/jumpcloud/" + federation.id());
            browser.submitLogin(administrator, "secret");
            browser.await("JumpCloud-Organisations-ID");
            browser.await("Passwort des LDAP-Lesekontos");
            browser.await("Erforderliche Benutzergruppen");
            assertThat(withoutKeycloaksOwn(browser.text()))
                    .doesNotContain("jumpcloud.")
                    .doesNotContain("LDAP reader");
        }
    }

    /** Up to 26.5 the German console does not translate the label of a property in the button that adds a line to it. */
    private static String withoutKeycloaksOwn(String page) {
        return TestedKeycloak.isAtLeast("26.6") ? page : page.replace("jumpcloud.attributeMappings.label", "");
    }

    /** Who may administer the realm, and has German among the own settings. */
    private static AdminApi germanAdministrator(RealmApi realm) {
        AdminApi administrator = new Administrators(realm).with(List.of("realm-admin"));
        ObjectNode user = (ObjectNode) realm.users().list().path(0);
        user.putObject("attributes").putArray("locale").add("de");
        realm.users().update(user.path("username").asText(), user).ok();
        return administrator;
    }
}
