package io.github.keycloakjumpcloud.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.ForeignFederation;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdoptionPlannerTest {

    private static final String TREE = ",ou=Users,o=5f0000000000000000000001,dc=jumpcloud,dc=com";
    private static final DirectoryUser JANE = person("u-1", "jane");
    private static final DirectoryUser JOHN = person("u-2", "john");
    private static final DirectoryGroup STAFF = group("staff");

    @Test
    @DisplayName("users whose ids the directory shows move, renamed ones too, and groups of the same name with them")
    void move() {
        ForeignUser renamed = new ForeignUser("k-2", "johnny", "u-2", "uid=johnny" + TREE, false);

        AdoptionPlan plan =
                plan(directory(List.of(JANE, JOHN), STAFF), source(Map.of("staff", "g-1"), jane(), renamed));

        assertThat(plan.refusal()).isNull();
        assertThat(plan.users()).containsExactly(jane(), renamed);
        assertThat(plan.groups()).containsExactly(Map.entry("g-1", STAFF));
        assertThat(plan.absent()).isEmpty();
        assertThat(plan.left()).isEmpty();
    }

    @Test
    @DisplayName("who has left the directory moves too, so that deleting the old provider loses nobody")
    void absent() {
        ForeignUser gone = new ForeignUser("k-9", "gone", "u-9", "uid=gone" + TREE, false);

        AdoptionPlan plan = plan(directory(List.of(JANE)), source(Map.of(), jane(), gone));

        assertThat(plan.users()).containsExactly(jane(), gone);
        assertThat(plan.absent()).containsExactly(gone);
    }

    @Test
    @DisplayName(
            "a different person under the same name, a user without an id and an id that is there twice stay, each with the reason")
    void left() {
        ForeignUser other = new ForeignUser("k-2", "john", "u-0", JOHN.dn().toUpperCase(Locale.ROOT), false);
        ForeignUser nameless = new ForeignUser("k-3", "lost", null, null, false);
        ForeignUser twin = new ForeignUser("k-4", "jane2", "u-1", null, false);

        AdoptionPlan plan = plan(directory(List.of(JANE, JOHN)), source(Map.of(), jane(), other, nameless, twin));

        assertThat(plan.users()).containsExactly(jane());
        assertThat(plan.left()).extracting(LeftBehind::name).containsExactly("john", "lost", "jane2");
        assertThat(plan.left().get(0).reason()).contains("u-2 rather than u-0").contains("different person");
        assertThat(plan.left().get(1).reason()).contains("LDAP_ID is missing");
        assertThat(plan.left().get(2).reason()).contains("u-1");
    }

    @Test
    @DisplayName("who has a password in Keycloak, which would go on working past JumpCloud, stays")
    void ownPassword() {
        ForeignUser unsynced = new ForeignUser("k-2", "john", JOHN.id(), JOHN.dn(), true);

        AdoptionPlan plan = plan(directory(List.of(JANE, JOHN)), source(Map.of(), jane(), unsynced));

        assertThat(plan.users()).containsExactly(jane());
        assertThat(plan.left()).singleElement().satisfies(left -> assertThat(left.reason())
                .contains("UNSYNCED", "Credentials"));
    }

    @Test
    @DisplayName("who was imported by this provider already is not moved on top")
    void taken() {
        ForeignFederation source = new ForeignFederation(
                "ldap", "Old LDAP", true, "uidNumber", Set.of("/"), List.of(jane(), john()), Map.of(), Set.of("u-2"));

        AdoptionPlan plan = plan(directory(List.of(JANE, JOHN)), source);

        assertThat(plan.users()).containsExactly(jane());
        assertThat(plan.left()).extracting(LeftBehind::name).containsExactly("john");
    }

    @Test
    @DisplayName("ids from different attributes refuse the whole move and name the setting")
    void otherAttribute() {
        ForeignFederation source = new ForeignFederation(
                "ldap", "Old LDAP", true, "entryUUID", Set.of(), List.of(jane()), Map.of(), Set.of());

        assertRefused(plan(directory(List.of(JANE)), source), "entryUUID", "uidNumber", "LDAP attribute: identity");
    }

    @Test
    @DisplayName("ids of which none fits refuse the whole move")
    void noIdFits() {
        ForeignUser stranger = new ForeignUser("k-7", "else", "u-7", "uid=else" + TREE, false);

        assertRefused(plan(directory(List.of(JANE)), source(Map.of(), stranger)), "None of the 1 users");
    }

    @Test
    @DisplayName("an incomplete read, users that are not stored and another groups path refuse the whole move")
    void refusals() {
        Snapshot partial = new Snapshot(
                List.of(JANE),
                List.of(),
                List.of(),
                List.of(),
                IdAttribute.UID_NUMBER,
                Problem.of(Problem.Kind.SIZE_LIMIT, "500"));
        ForeignFederation elsewhere = new ForeignFederation(
                "ldap", "Old LDAP", true, "uidNumber", Set.of("/old"), List.of(jane()), Map.of(), Set.of());
        ForeignFederation unstored =
                new ForeignFederation("ldap", "Old LDAP", false, "uidNumber", Set.of(), List.of(), Map.of(), Set.of());

        assertRefused(plan(partial, source(Map.of(), jane())), "500");
        assertRefused(plan(directory(List.of(JANE)), elsewhere), "/old", "Parent of imported groups");
        assertRefused(plan(directory(List.of(JANE)), unstored), "does not import");
    }

    @Test
    @DisplayName("a provider without a group mapper gives no groups, whatever there is by that name")
    void noGroupMapper() {
        ForeignFederation source = new ForeignFederation(
                "ldap", "Old LDAP", true, "uidNumber", Set.of(), List.of(jane()), Map.of("staff", "g-1"), Set.of());

        assertThat(plan(directory(List.of(JANE), STAFF), source).groups()).isEmpty();
    }

    @Test
    @DisplayName("the plan's id does not depend on the order, and changes with every user and group")
    void planId() {
        Snapshot directory = directory(List.of(JANE, JOHN), STAFF);
        String id =
                plan(directory, source(Map.of("staff", "g-1"), jane(), john())).id();

        assertThat(plan(directory, source(Map.of("staff", "g-1"), john(), jane()))
                        .id())
                .isEqualTo(id);
        assertThat(plan(directory, source(Map.of("staff", "g-1"), jane())).id()).isNotEqualTo(id);
        assertThat(plan(directory, source(Map.of(), jane(), john())).id()).isNotEqualTo(id);
    }

    private static void assertRefused(AdoptionPlan plan, String... words) {
        assertThat(plan.refusal()).contains(words);
        assertThat(plan.users()).isEmpty();
        assertThat(plan.groups()).isEmpty();
    }

    private static AdoptionPlan plan(Snapshot directory, ForeignFederation source) {
        GroupSettings settings =
                new GroupSettings(true, "ou=Users" + TREE, "groupOfNames", "cn", List.of(), "/", MembershipSource.AUTO);
        return new AdoptionPlanner(settings).plan(directory, source);
    }

    private static Snapshot directory(List<DirectoryUser> users, DirectoryGroup... groups) {
        return new Snapshot(users, List.of(groups), List.of(), List.of(), IdAttribute.UID_NUMBER, null);
    }

    private static ForeignFederation source(Map<String, String> groups, ForeignUser... users) {
        return new ForeignFederation(
                "ldap", "Old LDAP", true, "uidNumber", Set.of("/"), List.of(users), groups, Set.of());
    }

    private static ForeignUser jane() {
        return foreign("k-1", JANE);
    }

    private static ForeignUser john() {
        return foreign("k-2", JOHN);
    }

    private static ForeignUser foreign(String keycloakId, DirectoryUser user) {
        return new ForeignUser(keycloakId, user.username(), user.id(), user.dn(), false);
    }

    private static DirectoryUser person(String id, String username) {
        return new DirectoryUser(id, "uid=" + username + TREE, username, null, null, null, Map.of(), Set.of());
    }

    private static DirectoryGroup group(String name) {
        String dn = "cn=" + name + TREE;
        return new DirectoryGroup(DistinguishedName.keyOf(dn), dn, name);
    }
}
