package io.github.keycloakjumpcloud.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.Match;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.BrokeredUser;
import io.github.keycloakjumpcloud.store.BrokeredUsers;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerPlannerTest {

    private static final DirectoryUser JANE = person("u-1", "jane", "jane@example.com");
    private static final DirectoryUser JOHN = person("u-2", "john", "john@example.com");

    @Test
    @DisplayName("who is known to the identity provider by a JumpCloud user name or address becomes that person")
    void recognised() {
        AdoptionPlan plan = plan(
                List.of(JANE, JOHN),
                user("k-1", "jane.local", "sub-1", "jane@example.com"),
                user("k-2", "j", "JOHN", "nothing"));

        assertThat(plan.refusal()).isNull();
        assertThat(plan.users())
                .containsExactly(
                        new ForeignUser("k-1", "jane.local", "u-1", JANE.dn(), false),
                        new ForeignUser("k-2", "j", "u-2", JOHN.dn(), false));
        assertThat(plan.matches())
                .containsExactly(new Match("jane.local", "jane@example.com", "jane"), new Match("j", "JOHN", "john"));
        assertThat(plan.left()).isEmpty();
    }

    @Test
    @DisplayName("the user name in Keycloak alone proves nothing")
    void keycloakName() {
        AdoptionPlan plan = plan(List.of(JANE), user("k-1", "jane", "sub-1", "somebody@example.org"));

        assertThat(plan.users()).isEmpty();
        assertThat(plan.matches()).isEmpty();
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo("jane");
            assertThat(left.reason()).contains("shows nobody");
        });
    }

    @Test
    @DisplayName(
            "two people of one name, two users of one person and a person who is imported already stay, with the reason")
    void ambiguous() {
        DirectoryUser namesake = person("u-3", "jane@example.com", null);
        assertReason(plan(List.of(JANE, namesake), user("k-1", "jane", "jane@example.com")), "several people");
        AdoptionPlan disputed = plan(List.of(JANE), user("k-1", "jane", "jane"), user("k-2", "jane2", "jane"));
        assertThat(disputed.left()).allMatch(left -> left.reason().contains("delete one of the two"));
        assertThat(disputed.users()).isEmpty();
        assertThat(disputed.left()).extracting(LeftBehind::name).containsExactly("jane", "jane2");
        AdoptionPlan taken = BrokerPlanner.plan(
                directory(List.of(JANE), null),
                new BrokeredUsers("broker", "saml", List.of(user("k-1", "jane", "jane")), Set.of("u-1")));
        assertReason(taken, "u-1");
    }

    @Test
    @DisplayName("who has a password in Keycloak or belongs to another provider stays, with what to do")
    void obstacles() {
        assertReason(plan(List.of(JANE), new BrokeredUser("k-1", "jane", Set.of("jane"), false, true)), "Credentials");
        assertReason(
                plan(List.of(JANE), new BrokeredUser("k-1", "jane", Set.of("jane"), true, false)),
                "another user federation provider");
    }

    @Test
    @DisplayName("an incomplete read refuses the whole move")
    void incomplete() {
        AdoptionPlan plan = BrokerPlanner.plan(
                directory(List.of(JANE), Problem.of(Problem.Kind.SIZE_LIMIT, "500")),
                new BrokeredUsers("broker", "saml", List.of(user("k-1", "jane", "jane")), Set.of()));

        assertThat(plan.refusal()).contains("500");
        assertThat(plan.users()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "google", "linkedin-openid-connect", "oauth2", "a-provider-of-somebody"})
    @DisplayName("where people may have chosen their names nobody moves, and the refusal says from where people can")
    void socialProvider(String providerId) {
        AdoptionPlan plan = BrokerPlanner.plan(
                directory(List.of(JANE), null),
                new BrokeredUsers("broker", providerId, List.of(user("k-1", "jane", "jane")), Set.of()));

        assertThat(plan.refusal())
                .contains("'broker'", "'" + providerId + "'", "a stranger", "saml, oidc, keycloak-oidc");
        assertThat(plan.users()).isEmpty();
        assertThat(plan.matches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"saml", "oidc", "keycloak-oidc"})
    @DisplayName("from SAML and OpenID Connect people move")
    void standardProvider(String providerId) {
        AdoptionPlan plan = BrokerPlanner.plan(
                directory(List.of(JANE), null),
                new BrokeredUsers("broker", providerId, List.of(user("k-1", "jane", "jane")), Set.of()));

        assertThat(plan.users()).hasSize(1);
    }

    @Test
    @DisplayName("the plan's id changes with the person whom a user becomes")
    void planId() {
        BrokeredUser user = user("k-1", "jane", "jane");
        DirectoryUser other = person("u-9", "jane", null);

        assertThat(plan(List.of(JANE), user).id())
                .isNotEqualTo(plan(List.of(other), user).id());
    }

    private static void assertReason(AdoptionPlan plan, String words) {
        assertThat(plan.left()).extracting(LeftBehind::reason).singleElement().satisfies(reason -> assertThat(reason)
                .contains(words));
    }

    private static AdoptionPlan plan(List<DirectoryUser> directory, BrokeredUser... users) {
        return BrokerPlanner.plan(
                directory(directory, null), new BrokeredUsers("broker", "oidc", List.of(users), Set.of()));
    }

    private static Snapshot directory(List<DirectoryUser> users, @Nullable Problem shortfall) {
        return new Snapshot(users, List.of(), List.of(), List.of(), IdAttribute.UID_NUMBER, shortfall);
    }

    private static BrokeredUser user(String id, String username, String... knownAs) {
        return new BrokeredUser(id, username, Set.of(knownAs), false, false);
    }

    private static DirectoryUser person(String id, String username, @Nullable String email) {
        return new DirectoryUser(id, "uid=" + username + ",ou=Users", username, email, null, null, Map.of(), Set.of());
    }
}
