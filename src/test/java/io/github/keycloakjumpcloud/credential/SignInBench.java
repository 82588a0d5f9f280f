package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A user, a directory and what this node remembers. */
abstract class SignInBench {

    static final String DN = "uid=jane,ou=Users";
    static final String NEW_DN = "uid=jane.miller,ou=Users";
    static final KnownUser JANE = new KnownUser("kc-1", "jane", "5001", DN, false);
    static final KnownUser GONE = new KnownUser("kc-1", "jane", "5001", DN, true);
    static final String SEARCH = "search 5001";
    static final String BIND = "bind " + DN;

    final AtomicLong clock = new AtomicLong();
    final SignInMemory memory = new SignInMemory(clock::get);
    final FakeDirectory directory = new FakeDirectory().with("5001", DN, "jane", "right");
    final List<Lookup.Present> refreshed = new ArrayList<>();
    boolean proven = true;
    boolean written = true;
    SignInSettings settings = new SignInSettings(300, false);
    IdAttribute idAttribute = IdAttribute.UID_NUMBER;

    Verdict judge(KnownUser user, String password) {
        directory.asked.clear();
        SignInAnswer answer =
                new SignIn(directory, idAttribute, settings, memory, attribute -> proven).judge(user, password);
        Lookup.Present seen = answer.seen();
        if (seen != null) {
            refreshed.add(seen);
            if (written) {
                memory.refreshed(user.keycloakId());
            }
        }
        return answer.verdict();
    }

    void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
