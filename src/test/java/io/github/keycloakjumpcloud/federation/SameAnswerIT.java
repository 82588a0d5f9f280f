package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody learns from an answer whether there is such a person. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("Whoever is refused gets the same answer")
class SameAnswerIT {

    /** Nobody; imported with a wrong password; not imported with a wrong password; locked; the reader; outside the required groups. */
    private static final List<String> NAMES = List.of(
            "nobody.at.all",
            "nobody@example.com",
            "jane.doe",
            "jane.doe@example.com",
            "lisa.wong",
            "locked.out",
            "ldapreader",
            "nora.lone");

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName("by direct grant")
    void directGrant(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = realm(admin, jumpCloud);

        List<SignInResult> answers =
                NAMES.stream().map(name -> realm.signIn().with(name, "wrong")).toList();

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0).errorDescription()).isEqualTo("Invalid user credentials");
    }

    @Test
    @DisplayName("by form")
    void form(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = realm(server.admin(), jumpCloud);

        try (Browser browser = Browser.open()) {
            List<String> pages = NAMES.stream()
                    .map(name -> {
                        browser.signInAtAccountConsole(server, realm.name(), name, "wrong");
                        browser.await("Invalid username or password.");
                        return browser.text();
                    })
                    .toList();

            assertThat(pages).containsOnly(pages.get(0));
        }
    }

    private static RealmApi realm(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud, Map.of("userGroups", "Engineering"))
                .realm();
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
        return realm;
    }
}
