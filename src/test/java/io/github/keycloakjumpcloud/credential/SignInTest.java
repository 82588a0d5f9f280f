package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is asked for a sign-in, and what follows from the answers. */
class SignInTest extends SignInBench {

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
}
