package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept for outages, row by row, in a database that the test can read and age; skipped where PostgreSQL is not installed. */
@ExtendWith(PostgresKeycloakExtension.class)
class KeptPasswordsIT {

    private static PostgresKeycloak keycloak;
    private static KeptRows rows;

    private final JumpCloudStandIn jumpCloud = Federations.standIn().start();
    private FederationApi federation;
    private RealmApi realm;

    @BeforeAll
    static void start(PostgresKeycloak shared) {
        keycloak = shared;
        rows = new KeptRows(shared.database());
    }

    @BeforeEach
    void signInOnce() {
        rows.clear();
        federation = Federations.federate(
                keycloak.server().admin(), jumpCloud, Map.of("outageLoginHours", "8", "authenticationTimeout", "1000"));
        realm = federation.realm();
        federation.fullSync().ok();
        assertThat(rows.count()).isZero();
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        assertThat(rows.count()).isOne();
    }

    @AfterEach
    void close() {
        jumpCloud.close();
    }

    private SignInResult signIn(String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username));
    }

    @Test
    @DisplayName("a kept password lets in within its hours, and no longer afterwards")
    void hours() {
        jumpCloud.stopListening();

        rows.age(Duration.ofHours(8).minusMinutes(5));
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        rows.age(Duration.ofMinutes(5));
        assertThat(signIn("jane.doe").error()).isEqualTo("temporarily_unavailable");
    }

    @Test
    @DisplayName("further sign-ins hash nothing anew, and let the hours begin again; a new password is hashed")
    void hashedOnce() {
        String first = rows.hashId();
        long until = rows.until();

        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        assertThat(rows.until()).isEqualTo(until);
        rows.age(Duration.ofHours(2));
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        assertThat(rows.until()).isGreaterThanOrEqualTo(until);
        assertThat(rows.hashId()).isEqualTo(first);

        jumpCloud.directory().setPassword("jane.doe", "another Secret");
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        assertThat(rows.hashId()).isNotEqualTo(first);
        assertThat(rows.count()).isOne();
    }

    @Test
    @DisplayName("the row holds a salted hash by the algorithm of the realm's password policy, and no password")
    void contents() {
        realm.update(Map.of("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1234)"));
        jumpCloud.directory().setPassword("jane.doe", "another Secret");
        assertThat(signIn("jane.doe").isSuccess()).isTrue();

        assertThat(rows.text("credential_data")).contains("pbkdf2-sha256", "1234");
        assertThat(rows.text("secret_data")).contains("salt").doesNotContain("another Secret");
        jumpCloud.stopListening();
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
    }

    @Test
    @DisplayName("a refusal erases it")
    void refused() {
        jumpCloud.directory().suspend("jane.doe");

        assertThat(signIn("jane.doe").isSuccess()).isFalse();

        assertThat(rows.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "disable", "delete"})
    @DisplayName("the sync erases what is kept of those who have left, whatever becomes of them")
    void left(String fate) {
        federation.update(Map.of("removedUsers", List.of(fate))).ok();
        assertThat(rows.count()).isOne();
        jumpCloud.directory().removeUser("jane.doe");

        federation.fullSync().ok();

        assertThat(rows.count()).isZero();
    }

    @Test
    @DisplayName("other hours count from the last good sign-in; none at all erase everything")
    void otherHours() {
        long until = rows.until();

        federation.update(Map.of("outageLoginHours", List.of("10"))).ok();
        assertThat(rows.until()).isEqualTo(until + Duration.ofHours(2).toMillis());
        federation.update(Map.of("outageLoginHours", List.of("1"))).ok();
        assertThat(rows.until()).isEqualTo(until - Duration.ofHours(7).toMillis());
        federation.update(Map.of("outageLoginHours", List.of("0"))).ok();
        assertThat(rows.count()).isZero();
        assertThat(signIn("jane.doe").isSuccess()).isTrue();
        assertThat(rows.count()).isZero();
    }

    @Test
    @OnlyOn(value = Backend.PROCESS, because = "127.0.0.1 is a second name of the same server")
    @DisplayName("another place to ask erases everything")
    void otherServers() {
        federation
                .update(Map.of(
                        "authenticationUrl",
                        List.of("ldaps://127.0.0.1:" + jumpCloud.ldapsPort()),
                        "bindCredential",
                        List.of(jumpCloud.readerPassword())))
                .ok();

        assertThat(rows.count()).isZero();
    }

    @Test
    @DisplayName("other rules who is let in erase everything")
    void otherRules() {
        federation.update(Map.of("userGroups", List.of("Staff"))).ok();

        assertThat(rows.count()).isZero();
    }

    @Test
    @DisplayName("whoever is unlinked by one statement for all keeps it until Keycloak looks, as after a start")
    void unlinked() {
        assertThat(signIn("tom.baker").isSuccess()).isTrue();
        federation.unlinkUsers().ok();
        assertThat(rows.count()).isEqualTo(2);
        federation.fullSync().ok();

        keycloak.restart();

        // Keycloak 26.6 is ready, by its own account, before it tells its extensions
        // (KeycloakApplication.runBootstrap).
        Awaitility.await("erased").atMost(Duration.ofSeconds(30)).until(() -> rows.count() == 0);
    }

    @Test
    @DisplayName("it goes with the provider, and with the realm")
    void removed() {
        federation.delete().ok();
        assertThat(rows.count()).isZero();

        signInOnce();
        realm.delete();
        assertThat(rows.count()).isZero();
    }
}
