package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection.Encryption;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges how well a connection is protected.
 *
 * @param verified whether certificates are checked
 * @param now what the end of a certificate's validity is compared with
 */
record EncryptionJudge(boolean verified, Instant now) {

    /** Time enough to renew a certificate by hand. */
    private static final long SOON_DAYS = 30;

    /** @param encryption empty for clear text */
    Verdict verdict(String server, Optional<Encryption> encryption) {
        return encryption
                .map(present -> verdict(server, present))
                .orElseGet(
                        () -> Verdict.warning("clearText", Sentence.of("jumpcloud.test.clearText", server), Map.of()));
    }

    private Verdict verdict(String server, Encryption encryption) {
        long daysLeft = Duration.between(now, encryption.validUntil()).toDays();
        Map<String, Object> details = details(encryption, daysLeft);
        if (!verified) {
            return Verdict.warning(
                    "certificatesNotVerified",
                    Sentence.of("jumpcloud.test.certificatesNotVerified", server, encryption.protocol()),
                    details);
        }
        String end =
                encryption.validUntil().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return daysLeft < SOON_DAYS
                ? Verdict.warning(
                        "certificateExpiresSoon",
                        Sentence.of(
                                "jumpcloud.test.certificateExpiresSoon", server, encryption.issuer(), end, daysLeft),
                        details)
                : Verdict.ok(
                        Sentence.of(
                                "jumpcloud.test.encrypted", server, encryption.protocol(), encryption.issuer(), end),
                        details);
    }

    private static Map<String, Object> details(Encryption encryption, long daysLeft) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("protocol", encryption.protocol());
        details.put("cipher", encryption.cipher());
        details.put("subject", encryption.subject());
        details.put("issuer", encryption.issuer());
        details.put("validUntil", encryption.validUntil().toEpochMilli());
        details.put("daysLeft", daysLeft);
        return details;
    }
}
