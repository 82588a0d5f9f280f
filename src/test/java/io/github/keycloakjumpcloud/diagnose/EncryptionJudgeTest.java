package io.github.keycloakjumpcloud.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection.Encryption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionJudgeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SERVER = "ldaps://ldap.jumpcloud.com:636";

    @ParameterizedTest
    @CsvSource({"PT720H, 30, OK", "PT719H, 29, WARNING", "PT1H, 0, WARNING"})
    void lessThanThirtyDaysAreFew(Duration left, long days, Finding.Result result) {
        Verdict verdict = verdict(true, left);

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.code()).isEqualTo(result == Finding.Result.OK ? null : "certificateExpiresSoon");
        assertThat(verdict.details())
                .containsEntry("daysLeft", days)
                .containsEntry("validUntil", NOW.plus(left).toEpochMilli())
                .containsEntry("issuer", "CN=Issuer")
                .containsEntry("subject", "CN=Subject")
                .containsEntry("protocol", "TLSv1.3")
                .containsEntry("cipher", "CIPHER");
    }

    @Test
    void theSentenceNamesTheDayAndTheDaysLeft() {
        assertThat(verdict(true, Duration.ofDays(9)).message().english())
                .contains(SERVER, "CN=Issuer", "2026-03-10", "9");
    }

    @Test
    void whatIsNotCheckedIsAWarningHoweverLongItIsValid() {
        Verdict verdict = verdict(false, Duration.ofDays(300));

        assertThat(verdict.result()).isEqualTo(Finding.Result.WARNING);
        assertThat(verdict.code()).isEqualTo("certificatesNotVerified");
        assertThat(verdict.message().english()).contains(SERVER, "“Verify certificates”");
        assertThat(verdict.details()).containsEntry("daysLeft", 300L);
    }

    @Test
    void clearText() {
        Verdict verdict = new EncryptionJudge(true, NOW).verdict(SERVER, Optional.empty());

        assertThat(verdict.result()).isEqualTo(Finding.Result.WARNING);
        assertThat(verdict.code()).isEqualTo("clearText");
        assertThat(verdict.message().english()).contains(SERVER, "“StartTLS”");
    }

    private static Verdict verdict(boolean verified, Duration left) {
        Encryption encryption = new Encryption("TLSv1.3", "CIPHER", "CN=Subject", "CN=Issuer", NOW.plus(left));
        return new EncryptionJudge(verified, NOW).verdict(SERVER, Optional.of(encryption));
    }
}
