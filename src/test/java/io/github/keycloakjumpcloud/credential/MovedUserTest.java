package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.SignInSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sign-ins of users who are not where Keycloak knows them. */
class MovedUserTest extends SignInBench {

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
