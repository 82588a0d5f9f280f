package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is asked for a sign-in, and what follows from the answers. */
class SignInTest {

    private static final String DN = "uid=jane,ou=Users";
    private static final String NEW_DN = "uid=jane.miller,ou=Users";
    private static final KnownUser JANE = new KnownUser("kc-1", "jane", "5001", DN, false);
    private static final KnownUser GONE = new KnownUser("kc-1", "jane", "5001", DN, true);
    private static final String SEARCH = "search 5001";
    private static final String BIND = "bind " + DN;

    private final AtomicLong clock = new AtomicLong();
    private final SignInMemory memory = new SignInMemory(clock::get);
    private final FakeDirectory directory = new FakeDirectory().with("5001", DN, "jane", "right");
    private final List<Lookup.Present> refreshed = new ArrayList<>();
    private boolean proven = true;
    private boolean written = true;
    private SignInSettings settings = new SignInSettings(300, false);
    private IdAttribute idAttribute = IdAttribute.UID_NUMBER;

    private Verdict judge(KnownUser user, String password) {
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

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Nested
    @DisplayName("A known user")
    class Known {

        @Test
        @DisplayName("is looked up with the first bind, then bound only until what is known is old")
        void refresh() {
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(SEARCH, BIND);
            assertThat(refreshed).hasSize(1);

            pass(Duration.ofSeconds(299));
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(BIND);

            pass(Duration.ofSeconds(1));
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(SEARCH, BIND);
            assertThat(refreshed).hasSize(2);
        }

        @Test
        @DisplayName("is never looked up by a good sign-in with -1, always with 0")
        void bounds() {
            settings = new SignInSettings(SignInSettings.NEVER, false);
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(BIND);

            settings = new SignInSettings(0, false);
            judge(JANE, "right");
            judge(JANE, "right");
            assertThat(directory.asked).containsExactly(SEARCH, BIND);
        }

        @Test
        @DisplayName("may sign in while only searches fail, and is looked up the next time")
        void searchesFail() {
            directory.searchesFail = true;
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(refreshed).isEmpty();

            directory.searchesFail = false;
            judge(JANE, "right");
            assertThat(refreshed).hasSize(1);
        }

        @Test
        @DisplayName("is neither right nor wrong while binds fail")
        void bindsFail() {
            directory.bindsFail = true;

            assertThat(judge(JANE, "right")).isEqualTo(new Verdict.Unavailable(FakeDirectory.AWAY));
            assertThat(judge(JANE, "right")).isEqualTo(new Verdict.Unavailable(FakeDirectory.AWAY));
            assertThat(directory.asked).isNotEmpty();
        }

        @Test
        @DisplayName("whose identity somebody else was given too may sign in as before; one who had left may not")
        void sharedIdentity() {
            directory.sharedId = true;

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge(JANE, "wrong")).isInstanceOf(Verdict.Refused.class);
            assertThat(judge(GONE, "right")).isInstanceOf(Verdict.Refused.class);
            assertThat(refreshed).isEmpty();
        }

        @Test
        @DisplayName("without a password is refused without a question")
        void empty() {
            assertThat(judge(JANE, "")).isInstanceOf(Verdict.Refused.class);
            assertThat(directory.asked).isEmpty();
        }

        @Test
        @DisplayName(
                "is looked up by name where it is open which attribute is the identity; another person of the name is not him")
        void byName() {
            idAttribute = IdAttribute.AUTO;
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(BIND, "search jane");

            pass(Duration.ofDays(1));
            directory.without("5001").with("6000", DN, "jane", "right");
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Nested
    @DisplayName("While settings have changed since the last good sync")
    class Unproven {

        @Test
        @DisplayName("the same id at another DN or under another name is not followed: it may be another person's")
        void moved() {
            proven = false;
            directory.without("5001").with("5001", NEW_DN, "bob", "of bob");
            assertThat(judge(JANE, "of bob")).isInstanceOf(Verdict.Refused.class);
            assertThat(directory.asked).doesNotContain("bind " + NEW_DN);
            assertThat(judge(GONE, "of bob")).isInstanceOf(Verdict.Refused.class);

            directory.without("5001").with("5001", DN, "bob", "right");
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(refreshed).isEmpty();
        }

        @Test
        @DisplayName("an id that nobody has says nothing about whom Keycloak knows, unless he had left before")
        void absent() {
            proven = false;
            directory.without("5001").withPassword(DN, "right");

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge(GONE, "right")).isInstanceOf(Verdict.Refused.class);
        }

        @Test
        @DisplayName("who is where he was is refreshed as ever")
        void same() {
            proven = false;

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(refreshed).hasSize(1);
        }
    }

    @Nested
    @DisplayName("A wrong password")
    class Wrong {

        @Test
        @DisplayName("costs one bind where the user was seen lately, and none when it is repeated at once")
        void oneBind() {
            judge(JANE, "right");
            assertThat(judge(JANE, "wrong")).isInstanceOf(Verdict.Refused.class);
            assertThat(directory.asked).containsExactly(BIND);

            assertThat(judge(JANE, "wrong")).isInstanceOf(Verdict.Refused.class);
            assertThat(directory.asked).isEmpty();

            assertThat(judge(JANE, "another")).isInstanceOf(Verdict.Refused.class);
            assertThat(directory.asked).containsExactly(BIND);
        }

        @Test
        @DisplayName("is asked again after ten seconds: it may be the new one")
        void forgotten() {
            judge(JANE, "new");
            directory.with("5001", DN, "jane", "new");
            assertThat(judge(JANE, "new")).isInstanceOf(Verdict.Refused.class);

            pass(Duration.ofSeconds(10));
            assertThat(judge(JANE, "new")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        @DisplayName("is never answered from memory where a push may be approved the second time")
        void secondFactor() {
            settings = new SignInSettings(300, true);
            judge(JANE, "new");
            directory.with("5001", DN, "jane", "new");

            assertThat(judge(JANE, "new")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        @DisplayName("of one user says nothing about another's")
        void others() {
            KnownUser john = new KnownUser("kc-2", "john", "5002", "uid=john,ou=Users", false);
            directory.with("5002", john.dn(), "john", "wrong");
            judge(JANE, "wrong");

            assertThat(judge(john, "wrong")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        @DisplayName("does not put the refresh off that the right one brings")
        void refreshIsStillDue() {
            judge(JANE, "wrong");
            judge(JANE, "right");

            assertThat(directory.asked).containsExactly(SEARCH, BIND);
            assertThat(refreshed).hasSize(1);
        }

        @Test
        @DisplayName("is not remembered where nobody can say whether the DN is still his")
        void notRemembered() {
            directory.without("5001").with("5001", NEW_DN, "jane.miller", "right").searchesFail = true;
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Refused.class);

            directory.searchesFail = false;
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        @DisplayName("writes nothing")
        void nothingWritten() {
            judge(JANE, "wrong");

            assertThat(refreshed).isEmpty();
        }
    }

    @Nested
    @DisplayName("A user whose DN has moved")
    class Moved {

        @Test
        @DisplayName("is found by identity and bound once more, and Keycloak learns of it")
        void renamed() {
            directory.without("5001").with("5001", NEW_DN, "jane.miller", "right");

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(SEARCH, BIND, "bind " + NEW_DN);
            assertThat(refreshed)
                    .singleElement()
                    .satisfies(found -> assertThat(found.user().dn()).isEqualTo(NEW_DN));
        }

        @Test
        @DisplayName("is looked up at every sign-in as long as Keycloak could not write the new one")
        void notWritten() {
            written = false;
            directory
                    .without("5001")
                    .with("5001", NEW_DN, "jane.miller", "right")
                    .with("6000", DN, "jane", "of the new Jane");

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(judge(JANE, "of the new Jane")).isInstanceOf(Verdict.Refused.class);
        }

        @Test
        @DisplayName("is found after a refusal where nothing is refreshed, a minute after the last look at the latest")
        void afterRefusal() {
            settings = new SignInSettings(SignInSettings.NEVER, false);
            judge(JANE, "wrong");
            assertThat(directory.asked).containsExactly(BIND, SEARCH);
            directory.without("5001").with("5001", NEW_DN, "jane.miller", "right");
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Refused.class);

            pass(SignInMemory.LOOKED_UP);
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(BIND, SEARCH, "bind " + NEW_DN);
        }

        @Test
        @DisplayName("is not let in by the password of whoever has his old DN now")
        void recycled() {
            directory
                    .without("5001")
                    .with("5001", NEW_DN, "jane.miller", "right")
                    .with("6000", DN, "jane", "of the new Jane");

            assertThat(judge(JANE, "of the new Jane")).isInstanceOf(Verdict.Refused.class);
            assertThat(refreshed).isEmpty();
            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
        }

        @Test
        @DisplayName("and who has left is not let in by the password of whoever has his DN now")
        void left() {
            directory.without("5001").with("6000", DN, "jane", "of the new Jane");

            assertThat(judge(JANE, "of the new Jane")).isInstanceOf(Verdict.Refused.class);
        }

        @Test
        @DisplayName("letter case and spaces are no move")
        void spelling() {
            directory
                    .without("5001")
                    .with("5001", "UID=jane, ou=users", "jane", "right")
                    .withPassword(DN, "right");

            assertThat(judge(JANE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(SEARCH, BIND);
        }
    }

    @Nested
    @DisplayName("A user whom the last sync did not find")
    class Departed {

        @Test
        @DisplayName("is always looked up, and let in where he is back")
        void back() {
            judge(JANE, "right");

            assertThat(judge(GONE, "right")).isInstanceOf(Verdict.Accepted.class);
            assertThat(directory.asked).containsExactly(SEARCH, BIND);
            assertThat(refreshed).hasSize(2);
        }

        @Test
        @DisplayName("is refused where he is not there, whatever his DN answers")
        void gone() {
            directory.without("5001").withPassword(DN, "right");

            assertThat(judge(GONE, "right")).isInstanceOf(Verdict.Refused.class);
        }

        @Test
        @DisplayName("must wait while nobody can be looked up")
        void unknown() {
            directory.searchesFail = true;

            assertThat(judge(GONE, "right")).isEqualTo(new Verdict.Unavailable(FakeDirectory.AWAY));
        }
    }
}
