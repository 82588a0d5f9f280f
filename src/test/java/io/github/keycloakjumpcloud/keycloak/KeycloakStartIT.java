package io.github.keycloakjumpcloud.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
final class KeycloakStartIT {

    @Test
    void theServerRunsWithoutComplaintAboutTheProviderJar(KeycloakServer server) {
        assertThat(server.isRunning()).isTrue();
        // The server is shared: what comes after its start is about other tests, some of which provoke errors.
        String end = TestedKeycloak.isAtLeast("26.6") ? "Bootstrap completed" : "Installed features";
        String start = server.log().text().split(end, 2)[0];
        assertThat(start).contains("started in").doesNotContain("KC-SERVICES0001", "ERROR");
        assertThat(server.metrics()).contains("jvm_memory_used_bytes");
    }

    @Test
    void theServerIsTheVersionAndRunsOnTheJavaThatAreToBeTested(AdminApi admin) {
        JsonNode system = admin.get("/serverinfo").ok().path("systemInfo");
        assertThat(system.path("version").asText()).isEqualTo(TestedKeycloak.version());
        TestedKeycloak.javaHome()
                .ifPresent(home -> assertThat(system.path("javaVersion").asText())
                        .isEqualTo(InstalledJava.at(home).orElseThrow().version()));
    }

    @Test
    void theServerListsTheBuiltInFederations(AdminApi admin) {
        assertThat(admin.providers("storage").has("ldap")).isTrue();
    }

    @Test
    void withoutATokenNothingIsShown(AdminApi admin) {
        assertThat(admin.anonymous().get("/realms").status()).isEqualTo(401);
    }

    @Test
    void realmsUsersAndSignInsWork(AdminApi admin) {
        RealmApi realm = admin.createRealm();
        realm.recordEvents();
        realm.users().createLocal("local", "local@example.org", "right");

        assertThat(realm.users().names()).containsExactly("local");
        assertThat(realm.users().count()).isEqualTo(1);
        assertThat(realm.users().groups("local")).isEmpty();
        assertThat(realm.signIn().with("local", "right").isSuccess()).isTrue();

        SignInResult wrong = realm.signIn().with("local", "wrong");
        assertThat(wrong.status()).isEqualTo(TestedKeycloak.isAtLeast("26.6") ? 400 : 401);
        assertThat(wrong.error()).isEqualTo("invalid_grant");
        assertThat(wrong.errorDescription()).isEqualTo("Invalid user credentials");
        assertThat(realm.events()).hasSize(2);

        realm.delete();
        assertThat(realm.get("").status()).isEqualTo(404);
    }
}
