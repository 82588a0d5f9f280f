package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.approvePushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.awaitAnswer;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.failures;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.holdPushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.signIn;
import static io.github.keycloakjumpcloud.keycloak.SecondFactorForm.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("While many wait for their phones")
class WaitingPushesIT {

    private static final int WAITING = 200;
    private static final int STEP = 25;

    /** More than this would only measure this machine. */
    private static final int BROWSERS_AT_ONCE = 6;

    /** As many of Keycloak's threads may wait for phones. */
    private static final int THREADS_HELD_UP = 20;

    private final ExecutorService few = Executors.newFixedThreadPool(BROWSERS_AT_ONCE);
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;

    @BeforeEach
    void createRealm(AdminApi admin) {
        IntStream.rangeClosed(0, WAITING + 1)
                .forEach(number -> jumpCloud.directory().addUser(StandInUser.of(name(number), "User", "No" + number)));
        realm = SecondFactorRealm.create(admin, jumpCloud);
        holdPushes(jumpCloud);
    }

    @AfterEach
    void stop() {
        few.shutdownNow();
        hands.shutdownNow();
        jumpCloud.close();
    }

    @Test
    @DisplayName("in 200 browsers, others sign in with one bind each, and Keycloak is healthy and awake")
    void browsers(KeycloakServer server) {
        List<PlainBrowser> browsers = new ArrayList<>();
        while (browsers.size() < WAITING) {
            int begun = browsers.size();
            browsers.addAll(all(IntStream.range(begun, begun + STEP)
                    .<Supplier<PlainBrowser>>mapToObj(number -> () -> waitingBrowser(number))
                    .toList()));
            // As browsers do while they wait.
            List<Boolean> stillWaiting =
                    all(each(browsers, browser -> browser.askAgain().isAskedAgain()));
            assertThat(stillWaiting).containsOnly(true);
        }
        Awaitility.await("pushes").atMost(Duration.ofSeconds(60)).until(() -> jumpCloud.waitingPushes() == WAITING);
        assertThat(binds(jumpCloud)).isZero();

        String other = name(WAITING);
        PlainBrowser inBrowser = signIn(PlainBrowser.open(realm), other, jumpCloud.passwordOf(other), "123456");
        SignInResult byGrant = grant(WAITING + 1, ",123456");

        assertThat(inBrowser.isSignedIn()).isTrue();
        assertThat(byGrant.isSuccess()).isTrue();
        assertThat(binds(jumpCloud)).isEqualTo(2);
        assertThat(server.isReady()).isTrue();
        assertThat(jumpCloud.waitingPushes()).isEqualTo(WAITING);

        approvePushes(jumpCloud);
        List<Boolean> signedIn = all(each(browsers, WaitingPushesIT::isSignedInAtLast));
        assertThat(signedIn).containsOnly(true);
        assertThat(binds(jumpCloud)).isEqualTo(WAITING + 2);
        assertThat(failures(realm, name(0))).isZero();
    }

    @Test
    @DisplayName(
            "in direct grants, 20 of Keycloak's threads are held up and no more: who comes next is told at once, but for those with a code")
    void directGrants(KeycloakServer server) {
        // Different people: Keycloak's brute-force protection lets each sign in once at a time.
        List<CompletableFuture<SignInResult>> grants = IntStream.range(0, THREADS_HELD_UP)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> grant(number, ""), hands))
                .toList();
        Awaitility.await("pushes")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jumpCloud.waitingPushes() == THREADS_HELD_UP);

        SignInResult next = grant(THREADS_HELD_UP, "");

        assertThat(next.status()).isEqualTo(503);
        assertThat(next.error()).isEqualTo("temporarily_unavailable");
        assertThat(failures(realm, name(THREADS_HELD_UP))).isZero();
        assertThat(grant(WAITING, ",123456").isSuccess()).isTrue();
        assertThat(server.isReady()).isTrue();
        // Who explains a user takes the same places.
        assertThat(bindExplained(THREADS_HELD_UP, "").path("code").asText()).isEqualTo("waitingSignIns");
        assertThat(bindExplained(WAITING, ",123456").path("result").asText()).isEqualTo("ok");

        approvePushes(jumpCloud);
        assertThat(grants)
                .allSatisfy(grant -> assertThat(grant.join().isSuccess()).isTrue());
        assertThat(grant(THREADS_HELD_UP, "").isSuccess()).isTrue();
    }

    private JsonNode bindExplained(int number, String code) {
        String component = realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText();
        ExplainApi api = new ExplainApi(realm.federation(component));
        return ExplainApi.step(api.explain(name(number), jumpCloud.passwordOf(name(number)) + code), "bind");
    }

    private SignInResult grant(int number, String code) {
        return realm.signIn().with(name(number), jumpCloud.passwordOf(name(number)) + code);
    }

    private PlainBrowser waitingBrowser(int number) {
        PlainBrowser browser = submit(PlainBrowser.open(realm), name(number), jumpCloud.passwordOf(name(number)), "");
        assertThat(browser.isAskedAgain()).as(browser.page()).isTrue();
        return browser;
    }

    private static boolean isSignedInAtLast(PlainBrowser browser) {
        awaitAnswer(browser);
        return browser.isSignedIn();
    }

    private static <T> List<Supplier<T>> each(List<PlainBrowser> browsers, Function<PlainBrowser, T> work) {
        return browsers.stream()
                .<Supplier<T>>map(browser -> () -> work.apply(browser))
                .toList();
    }

    private <T> List<T> all(List<Supplier<T>> work) {
        List<CompletableFuture<T>> begun = new ArrayList<>();
        work.forEach(task -> begun.add(CompletableFuture.supplyAsync(task, few)));
        return begun.stream().map(CompletableFuture::join).toList();
    }

    private static String name(int number) {
        return "user" + number;
    }
}
