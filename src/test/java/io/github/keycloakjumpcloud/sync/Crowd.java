package io.github.keycloakjumpcloud.sync;

import static io.github.keycloakjumpcloud.sync.Picture.NOW;
import static io.github.keycloakjumpcloud.sync.Picture.group;
import static io.github.keycloakjumpcloud.sync.Picture.imported;
import static io.github.keycloakjumpcloud.sync.Picture.local;
import static io.github.keycloakjumpcloud.sync.Picture.person;
import static io.github.keycloakjumpcloud.sync.Picture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.config.RemovedUsers;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many people, some of whom are no longer there, and what the guard says about it. */
final class Crowd {

    static final RemovalSettings LIMITS = new RemovalSettings(RemovedUsers.DISABLE, 30, 20, 3, false);

    private Crowd() {}

    /** Members of these groups, as the directory shows them. */
    static List<DirectoryUser> people(int from, int to, String... groups) {
        return IntStream.range(from, to)
                .mapToObj(i -> person(String.valueOf(5000 + i), "user" + i, null, groups))
                .toList();
    }

    static List<LocalUser> known(int from, int to, String... groups) {
        return people(from, to).stream().map(user -> imported(user, groups)).toList();
    }

    static SyncPlan plan(List<DirectoryUser> people, List<LocalUser> known, String... groups) {
        DirectoryGroup[] present = new DirectoryGroup[groups.length];
        LocalGroup[] owned = new LocalGroup[groups.length];
        for (int i = 0; i < groups.length; i++) {
            present[i] = group(groups[i]);
            owned[i] = imported(groups[i]);
        }
        return planner().plan(whole(people, present), local(known, owned), Scope.EVERYBODY, NOW);
    }

    static SyncPlanner planner() {
        return new SyncPlanner(false, true, false, LIMITS);
    }

    static GuardVerdict review(SyncPlan plan) {
        return review(plan, "same", null);
    }

    static GuardVerdict review(SyncPlan plan, @Nullable String lastGood, @Nullable String approved) {
        return SyncGuard.review(plan, LIMITS, "same", lastGood, approved);
    }

    static GuardVerdict.Held held(GuardVerdict verdict) {
        assertThat(verdict).isInstanceOf(GuardVerdict.Held.class);
        return (GuardVerdict.Held) verdict;
    }
}
