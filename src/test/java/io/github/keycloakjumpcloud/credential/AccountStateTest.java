package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What JumpCloud tells of an account reaches the verdict. */
class AccountStateTest {

    private static final KnownUser JANE = new KnownUser("kc-1", "jane", "5001", "uid=jane", false);

    private final FakeDirectory directory = new FakeDirectory().with("5001", "uid=jane", "jane", "right");

    private Verdict judge(String password) {
        return new SignIn(
                        directory,
                        IdAttribute.UID_NUMBER,
                        new SignInSettings(300, false),
                        new SignInMemory(),
                        attribute -> true)
                .judge(JANE, password)
                .verdict();
    }

    @ParameterizedTest
    @EnumSource
    void aRightPasswordIsAcceptedWhateverIsTold(AccountState state) {
        directory.state = state;

        assertThat(judge("right")).isEqualTo(new Verdict.Accepted(state));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsOneWhateverIsTold(AccountState state) {
        directory.state = state;

        assertThat(judge("wrong")).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.state())
                .isEqualTo(state));
    }

    @Test
    void whatJumpCloudSaysIsPassedOnInOneLine() {
        assertThat(Refusal.of(new BindOutcome.InvalidCredentials(AccountState.NOT_TOLD, "not today\nWARN forged"))
                        .reason())
                .endsWith("in JumpCloud's words: not today?WARN forged");
        assertThat(Refusal.of(new BindOutcome.InvalidCredentials()).reason()).doesNotContain("words");
    }

    @Test
    void eachStateHasItsOwnReason() {
        Set<String> reasons = new HashSet<>();
        for (AccountState state : AccountState.values()) {
            assertThat(reasons.add(Refusal.of(new BindOutcome.InvalidCredentials(state))
                            .reason()))
                    .as(state.name())
                    .isTrue();
        }
    }
}
