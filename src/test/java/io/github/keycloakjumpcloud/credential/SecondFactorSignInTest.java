package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.SignInSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A second factor")
class SecondFactorSignInTest {

    private static final String DN = "uid=jane,ou=Users";
    private static final KnownUser JANE = new KnownUser("kc-1", "jane", "5001", DN, false);

    private final AtomicLong clock = new AtomicLong();
    private final SignInMemory memory = new SignInMemory(clock::get);
    private final FakeDirectory directory = new FakeDirectory().with("5001", DN, "jane", "right");

    @Test
    @DisplayName("that nobody approves is no wrong password: only a push is refused so late, or not answered")
    void unanswered() {
        bindsTake(BindVerdict.PUSH);

        assertThat(judge("not approved")).isEqualTo(new Verdict.Unanswered());
        directory.bindsFail = true;
        assertThat(judge("right")).isEqualTo(new Verdict.Unanswered());
        assertThat(judge("right,123456")).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    @DisplayName("does not make a wrong password right that waited here for its turn, or that was never sent")
    void waitedHere() {
        directory.whileBinding = () -> clock.addAndGet(BindVerdict.PUSH.toNanos());

        assertThat(judge("wrong")).isInstanceOf(Verdict.Refused.class);
        directory.bindsFail = true;
        assertThat(judge("right")).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    @DisplayName("that is approved late lets in")
    void approved() {
        bindsTake(Duration.ofSeconds(50));

        assertThat(judge("right")).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    @DisplayName("refused at once, or with a code, is a wrong password, as is every late refusal where no push is sent")
    void wrong() {
        bindsTake(BindVerdict.PUSH.minusNanos(1));
        assertThat(judge("wrong")).isInstanceOf(Verdict.Refused.class);

        bindsTake(BindVerdict.PUSH);
        assertThat(judge("right,123456")).isInstanceOf(Verdict.Refused.class);
        assertThat(judge("also wrong", false)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    @DisplayName("that is approved late does not let somebody in who has left meanwhile")
    void leftMeanwhile() {
        directory.whileBinding = () -> {
            clock.addAndGet(Duration.ofSeconds(50).toNanos());
            directory.without("5001").withPassword(DN, "right");
        };

        assertThat(judge("right")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    @DisplayName("that nobody approves does not hide that somebody has left")
    void left() {
        directory.without("5001");
        bindsTake(BindVerdict.PUSH);

        assertThat(judge("right")).isInstanceOf(Verdict.Refused.class);
    }

    private void bindsTake(Duration time) {
        directory.answersAfter = time;
        directory.whileBinding = () -> clock.addAndGet(time.toNanos());
    }

    private Verdict judge(String password) {
        return judge(password, true);
    }

    private Verdict judge(String password, boolean secondFactor) {
        SignInSettings settings = new SignInSettings(300, secondFactor);
        return new SignIn(directory, IdAttribute.UID_NUMBER, settings, memory, attribute -> true)
                .judge(JANE, password)
                .verdict();
    }
}
