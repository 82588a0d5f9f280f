package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.failures;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody learns from the form with a field for the code whether there is such a person, or whose user it is. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("Whoever is refused in the form with a field for the code gets the same answer")
class SameAnswerWithCodeIT {

    private static final String NOBODY = "nobody.at.all";
    private static final String KNOWN = "anna";
    private static final String LOCAL = "local";
    private static final String WITH_CODE = "Invalid username, password or one-time code.";

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;

    @BeforeEach
    void createRealm(AdminApi admin) {
        jumpCloud.directory().addUser(StandInUser.of(KNOWN, "Anna", "Auer"));
        realm = SecondFactorRealm.create(admin, jumpCloud);
        realm.users().createLocal(LOCAL, "local@example.org", "local-secret");
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest(name = "code [{0}]: {1}")
    @CsvSource({
        "'', Invalid username or password.",
        "'  ', Invalid username or password.",
        "000000, 'Invalid username, password or one-time code.'",
        "abc, A one-time code has six digits."
    })
    @DisplayName("with a wrong password: nobody, a user with a second factor, a local user")
    void wrongPassword(String code, String sentence) {
        List<Answer> answers = List.of(answer(NOBODY, code), answer(KNOWN, code), answer(LOCAL, code));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0).page()).contains(sentence);
        assertThat(answers.get(0).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("what is no code reaches neither JumpCloud nor brute-force detection, whatever the password is")
    void malformedCode() {
        PlainBrowser known = signIn(PlainBrowser.open(realm), KNOWN, jumpCloud.passwordOf(KNOWN), "12345");
        PlainBrowser local = signIn(PlainBrowser.open(realm), LOCAL, "local-secret", "12345");

        assertThat(List.of(known.page(), local.page()))
                .allSatisfy(page -> assertThat(page).contains("A one-time code has six digits."));
        assertThat(binds(jumpCloud)).isZero();
        assertThat(failures(realm, KNOWN)).isZero();
        assertThat(failures(realm, LOCAL)).isZero();
    }

    @Test
    @DisplayName("a user whom brute-force detection has locked out, too")
    void lockedOut() {
        realm.update(Map.of("failureFactor", 1));
        signIn(PlainBrowser.open(realm), KNOWN, "wrong", "");
        Awaitility.await("the lockout")
                .atMost(Duration.ofSeconds(20))
                .until(() -> realm.users().bruteForce(KNOWN).path("disabled").asBoolean());

        Answer locked = answer(KNOWN, "000000");

        assertThat(locked).isEqualTo(answer(NOBODY, "000000"));
        assertThat(locked.page()).contains(WITH_CODE);
        assertThat(binds(jumpCloud)).isOne();
    }

    private Answer answer(String username, String code) {
        PlainBrowser browser = signIn(PlainBrowser.open(realm), username, "wrong", code);
        return new Answer(browser.status(), comparable(browser.page(), username));
    }

    /** Without what differs from login to login. */
    private static String comparable(String page, String username) {
        return page.replace("value=\"" + username + "\"", "value=\"NAME\"")
                .replaceAll("(session_code|execution|tab_id|client_data)=[^&\"]*", "$1=")
                .replaceAll("checkAuthSession\\([^)]*\\)", "")
                .replaceAll("\"[A-Za-z0-9_-]{40,}\"", "\"\"");
    }

    private record Answer(int status, String page) {}
}
