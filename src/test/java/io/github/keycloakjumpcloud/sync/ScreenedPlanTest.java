package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScreenedPlanTest {

    private static final LocalSnapshot EMPTY = Picture.local(List.of());

    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("a refused address is left out and noted, the user comes all the same")
    void value() {
        ScreenedPlan screened = plan(List.of(person("1", "anna", "refused@example.com"), person("2", "bert", null)));

        assertThat(screened.plan().newUsers())
                .extracting(DirectoryUser::username)
                .containsExactlyInAnyOrder("anna", "bert");
        assertThat(screened.plan().newUsers()).allMatch(user -> user.email() == null);
        assertThat(screened.notes())
                .extracting(RejectedEntry::reason)
                .containsExactly("its e-mail address is refused; it comes in without");
    }

    @Test
    @DisplayName("a refused user name is refused as an entry, and whoever lost the address to him gets it")
    void username() {
        ScreenedPlan screened =
                plan(List.of(person("1", "refused", "same@example.com"), person("2", "bert", "same@example.com")));

        assertThat(screened.plan().newUsers())
                .extracting(DirectoryUser::username)
                .containsExactly("bert");
        assertThat(screened.plan().conflicts()).isEmpty();
        assertThat(screened.plan().obstacles().rejected())
                .extracting(RejectedEntry::reason)
                .containsExactly("its user name is refused");
        assertThat(screened.notes()).isEmpty();
    }

    @Test
    @DisplayName("nobody is asked about twice")
    void once() {
        plan(List.of(person("1", "anna", "refused@example.com"), person("2", "bert", null)));

        assertThat(asked).containsOnlyOnce("anna").containsOnlyOnce("bert");
    }

    private ScreenedPlan plan(List<DirectoryUser> people) {
        EntryScreen screen = new EntryScreen((attribute, values) -> {
            asked.addAll(values);
            return values.get(0).startsWith("refused") ? Optional.of("is refused") : Optional.empty();
        });
        SyncPlanner planner = new SyncPlanner(false, true, false, RemovalSettings.DEFAULT);
        return ScreenedPlan.of(
                whole(people), screen, picture -> planner.plan(picture, EMPTY, Scope.EVERYBODY, Instant.EPOCH));
    }
}
