package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Keycloak that logs everything about this extension, the LDAP library's own log included, writes down and keeps. */
@DisplayName("Secrets")
class SecretsIT {

    private static final String LIBRARY_LOG = "ldap.sdk.debug.enabled=true";
    private static final String USER = "Unmistakable-User-Secret-0815";
    private static final String WRONG = "Unmistakable-Wrong-Secret-0816";
    private static final String READER = "Unmistakable-Reader-Secret-4711";
    private static final String LOCAL = "Unmistakable-Local-Secret-4712";

    private static final int OTHERS = 30;

    private static KeycloakServer keycloak;
    private static JumpCloudStandIn jumpCloud;

    @BeforeAll
    static void doAll() {
        jumpCloud = Federations.standIn().start();
        jumpCloud.directory().setPassword("jane.doe", USER).setPassword(jumpCloud.readerName(), READER);
        keycloak = KeycloakServer.start(KeycloakSettings.named("secrets")
                .trusting(TestAuthority.get().pemFile())
                .startOption("log-level", "INFO,io.github.keycloakjumpcloud:trace")
                .environment(
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1 -Dcom.unboundid." + LIBRARY_LOG
                                + " -Dio.github.keycloakjumpcloud.shaded.unboundid." + LIBRARY_LOG));
        RealmApi realm = keycloak.admin().createRealm();
        realm.recordEvents();
        realm.users().createLocal("local", "local@example.org", LOCAL);
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        signIn(realm, "jane.doe", USER, true);
        signIn(realm, "jane.doe", WRONG, false);
        for (String password : List.of(USER, WRONG)) {
            federation
                    .post("explain", Map.of("username", "jane.doe", "password", password))
                    .ok();
        }
        federation
                .update(Map.of("bindCredential", List.of(READER), "connectionPoolSize", List.of("5")))
                .ok();
        federation.fullSync().ok();
        signIn(realm, "jane.doe@example.com", USER, true);
        jumpCloud.dropConnections();
        signIn(realm, "jane.doe", USER, true);
        signIn(realm, "local", LOCAL, true);
        // What the last request left in some buffer says nothing.
        for (int i = 0; i < OTHERS; i++) {
            signIn(realm, "tom.baker", jumpCloud.passwordOf("tom.baker"), true);
        }
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        jumpCloud.close();
    }

    @Test
    @DisplayName("are not in the log at TRACE, in clear text, hexadecimal or Base64")
    void log() {
        String log = keycloak.log().text();

        assertThat(log).as("the LDAP library logs").contains("SimpleBindRequest");
        for (String secret : List.of(USER, WRONG, READER)) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(log)
                    .doesNotContain(secret)
                    .doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes))
                    .doesNotContainIgnoringCase(HexFormat.ofDelimiter(" ").formatHex(bytes))
                    .doesNotContainIgnoringCase(HexFormat.ofDelimiter(":").formatHex(bytes))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    /** The reader's password has to be there, which shows that the search finds what is there. */
    @Test
    @DisplayName("of users are nowhere in Keycloak's memory after the request, no more than a local user's")
    void memory(@TempDir Path folder) {
        HeapDump dump = new HeapDump(keycloak.heapDump(folder));

        assertThat(dump.occurrences(READER)).isNotEmpty();
        int left = dump.occurrences(LOCAL).size();
        assertThat(dump.occurrences(USER)).as("right password").hasSizeLessThanOrEqualTo(left);
        assertThat(dump.occurrences(WRONG)).as("wrong password").hasSizeLessThanOrEqualTo(left);
    }

    private static void signIn(RealmApi realm, String name, String password, boolean succeeds) {
        assertThat(realm.signIn().with(name, password).isSuccess()).as(name).isEqualTo(succeeds);
    }
}
