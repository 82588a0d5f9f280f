package io.github.keycloakjumpcloud.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.ReturnTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReturnPlannerTest {

    private static final String TREE = "ou=Users,o=5f0000000000000000000001,dc=jumpcloud,dc=com";
    private static final LocalGroup STAFF = new LocalGroup("g-1", "cn=staff," + TREE, "staff", "cn=staff," + TREE);

    @Test
    @DisplayName("everybody whom JumpCloud shows goes, and all groups are released")
    void move() {
        AdoptionPlan plan = plan(target("uidNumber", TREE.toUpperCase(Locale.ROOT), false, true, "/"));

        assertThat(plan.refusal()).isNull();
        assertThat(plan.users()).extracting(ForeignUser::username).containsExactly("jane");
        assertThat(plan.groups()).containsOnlyKeys("g-1");
    }

    @Test
    @DisplayName("who has left JumpCloud stays, as the other provider would not find him")
    void departed() {
        AdoptionPlan plan = plan(target("uidNumber", TREE, false, true, "/"));

        assertThat(plan.left()).extracting(LeftBehind::name).containsExactly("gone", "marked");
        assertThat(plan.left().get(0).reason()).contains("does not show this user");
    }

    @Test
    @DisplayName("a provider that deletes whom it does not find gets nobody")
    void removesUsers() {
        assertRefused(target("uidNumber", TREE, true, true, "/"), "Remove invalid users during searches");
    }

    @Test
    @DisplayName(
            "another identity, another tree, another place for groups and users that are not stored refuse the move")
    void refusals() {
        assertRefused(target("entryUUID", TREE, false, true, "/"), "UUID LDAP attribute", "uidNumber");
        assertRefused(target("uidNumber", "ou=Users,o=other", false, true, "/"), "Users DN", TREE);
        assertRefused(target("uidNumber", TREE, false, false, "/"), "does not import");
        assertRefused(target("uidNumber", TREE, false, true, "/old"), "Groups Path", "/old");
    }

    @Test
    @DisplayName("a provider that is switched off gets nobody, as nobody could sign in then")
    void switchedOff() {
        assertRefused(target(false, "uidNumber", TREE, false, true, "/"), "'Old LDAP' is switched off", "'Enabled'");
    }

    @Test
    @DisplayName("an incomplete read refuses the move")
    void incomplete() {
        AdoptionPlan plan = planner()
                .plan(
                        directory(Problem.of(Problem.Kind.SIZE_LIMIT, "500")),
                        target("uidNumber", TREE, false, true, "/"));

        assertThat(plan.refusal()).contains("500");
    }

    private static void assertRefused(ReturnTarget target, String... words) {
        AdoptionPlan plan = plan(target);
        assertThat(plan.refusal()).contains(words);
        assertThat(plan.users()).isEmpty();
        assertThat(plan.groups()).isEmpty();
    }

    private static AdoptionPlan plan(ReturnTarget target) {
        return planner().plan(directory(null), target);
    }

    private static ReturnPlanner planner() {
        UserSettings users = new UserSettings(
                TREE, "inetOrgPerson", "uid", "mail", IdAttribute.AUTO, null, List.of(), Map.of(), false, false);
        GroupSettings groups =
                new GroupSettings(true, TREE, "groupOfNames", "cn", List.of(), "/", MembershipSource.AUTO);
        return new ReturnPlanner(users, groups);
    }

    private static ReturnTarget target(
            String idAttribute, String usersDn, boolean removesUsers, boolean imports, String groupsPath) {
        return target(true, idAttribute, usersDn, removesUsers, imports, groupsPath);
    }

    private static ReturnTarget target(
            boolean enabled,
            String idAttribute,
            String usersDn,
            boolean removesUsers,
            boolean imports,
            String groupsPath) {
        return new ReturnTarget(
                "ldap",
                "Old LDAP",
                enabled,
                imports,
                removesUsers,
                idAttribute,
                usersDn,
                Set.of(groupsPath),
                List.of(user("k-1", "jane", "u-1"), user("k-2", "gone", "u-2"), user("k-3", "marked", "u-3")),
                Set.of("k-3"),
                List.of(STAFF));
    }

    private static ForeignUser user(String keycloakId, String username, String id) {
        return new ForeignUser(keycloakId, username, id, "uid=" + username + "," + TREE, false);
    }

    private static Snapshot directory(@Nullable Problem shortfall) {
        return new Snapshot(
                List.of(person("u-1", "jane"), person("u-3", "marked")),
                List.of(),
                List.of(),
                List.of(),
                IdAttribute.UID_NUMBER,
                shortfall);
    }

    private static DirectoryUser person(String id, String username) {
        return new DirectoryUser(id, "uid=" + username + "," + TREE, username, null, null, null, Map.of(), Set.of());
    }
}
