package io.github.keycloakjumpcloud.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The sentence for whoever cannot be judged")
class LoginMessagesTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WAITING_SIGN_INS")
    @DisplayName("is the same whatever is the matter, and blames nobody")
    void unjudged(Kind kind) {
        String key = LoginMessages.unjudged(Problem.of(kind));

        assertThat(key).isEqualTo(LoginMessages.UNAVAILABLE);
        assertThat(EnglishMessages.text(key)).doesNotContain("JumpCloud");
    }

    @Test
    @DisplayName("says that too many wait where they do")
    void tooManyWait() {
        assertThat(LoginMessages.unjudged(Problem.of(Kind.WAITING_SIGN_INS, "20")))
                .isEqualTo(LoginMessages.TOO_MANY);
    }
}
