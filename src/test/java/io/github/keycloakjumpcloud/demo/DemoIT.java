package io.github.keycloakjumpcloud.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import io.github.keycloakjumpcloud.keycloak.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The demo as {@code mvn -Pdemo} starts it, on free ports. */
@OnlyOn(value = Backend.PROCESS, because = "the demo starts a process")
@ExtendWith(DemoExtension.class)
final class DemoIT {

    @Test
    void everybodyIsImported(RunningDemo demo) {
        assertThat(demo.sync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(demo.realm().users().names()).containsAll(ReadyMessage.PEOPLE);
    }

    @Test
    void thePeopleOfTheReadyMessageCanSignInAndTheLockedOneCannot(RunningDemo demo) {
        for (String uid : ReadyMessage.PEOPLE) {
            assertThat(canSignIn(demo, uid)).as(uid).isTrue();
        }
        assertThat(canSignIn(demo, ReadyMessage.LOCKED)).isFalse();
    }

    @Test
    void threePeopleSignInAtTheAccountConsoleAndTheFourthIsRefusedWithTheReasonInTheLog(RunningDemo demo) {
        for (String uid : ReadyMessage.PEOPLE) {
            try (Browser browser = Browser.open()) {
                browser.signInAtAccountConsole(demo.keycloak(), RunningDemo.REALM, uid, uid + "-Secret01!");
                browser.await("Personal info");
            }
        }
        long mark = demo.keycloak().log().mark();
        try (Browser browser = Browser.open()) {
            browser.signInAtAccountConsole(
                    demo.keycloak(), RunningDemo.REALM, ReadyMessage.LOCKED, ReadyMessage.LOCKED + "-Secret01!");
            browser.await("Invalid username or password");
        }
        assertThat(demo.keycloak().log().since(mark)).contains("uid=" + ReadyMessage.LOCKED, "locked, expired");
    }

    @Test
    void anImportedGroupBringsTheRoleThatTheExportGaveIt(RunningDemo demo) {
        assertThat(demo.realm().topLevelGroups()).contains("Engineering", "wayk-users");
        assertThat(demo.realm().members("/Engineering")).contains("tom.baker", "jane.doe");
        assertThat(demo.realm().users().effectiveRealmRoles("tom.baker")).contains("developer");
        assertThat(demo.realm().users().effectiveRealmRoles("carlos.mendes")).doesNotContain("developer");
    }

    @Test
    void theTemplateTakesTheOrganizationFromTheEnvironment(RunningDemo demo) {
        JsonNode component = demo.keycloak()
                .admin()
                .realm(RunningDemo.TEMPLATE_REALM)
                .get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("config");
        assertThat(component.path("organizationId").path(0).asText()).isEqualTo("0123456789abcdef01234567");
        assertThat(component.path("bindDn").path(0).asText()).isEqualTo("reader");
        assertThat(component.path("bindCredential").path(0).asText()).isEqualTo("**********");
        assertThat(demo.keycloak().log().text()).doesNotContain("quote\"");
    }

    @Test
    void theReadyMessageSaysWhereToGo(RunningDemo demo) {
        assertThat(ReadyMessage.of(demo))
                .contains("/admin/master/console/#/jumpcloud-demo/user-federation/jumpcloud/", "admin / admin")
                .contains("/realms/jumpcloud-demo/account/")
                .contains("jane.doe / jane.doe-Secret01!")
                .contains("locked.out");
    }

    @Test
    void thePageOfTheReadyMessageHasThePanel(RunningDemo demo) {
        try (Browser browser = Browser.open()) {
            browser.open(demo.providerPage());
            browser.submitLogin(demo.keycloak().adminUser(), demo.keycloak().adminPassword());
            browser.element(By.id("jumpcloud-panel"));
            browser.await("Last run");
            browser.element(By.xpath("//button[normalize-space()='Explain a user']"))
                    .click();
            browser.element(By.cssSelector("#jumpcloud-panel [data-field=name]"))
                    .sendKeys(ReadyMessage.LOCKED, Keys.TAB, ReadyMessage.LOCKED + "-Secret01!", Keys.ENTER);
            browser.await(ReadyMessage.LOCKED + " cannot sign in.");
        }
    }

    private static boolean canSignIn(RunningDemo demo, String uid) {
        return new SignIn(demo.keycloak().url(), RunningDemo.REALM, "jumpcloud-demo")
                .with(uid, uid + "-Secret01!")
                .isSuccess();
    }
}
