package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.directory.Inspection;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Version of TLS, and who has issued the certificate. Older versions than 1.2 are not tried: Java does not speak them. */
final class EncryptionFact implements FactProbe {

    /** A company's own authority, which opens TLS at its border, bears the company's name. */
    private static final List<String> PUBLIC_AUTHORITIES = List.of(
            "Amazon",
            "DigiCert",
            "Entrust",
            "GlobalSign",
            "GoDaddy",
            "Google Trust Services",
            "Let's Encrypt",
            "Sectigo",
            "SSL.com",
            "Starfield",
            "ZeroSSL");

    @Override
    public Question question() {
        return Question.ENCRYPTION;
    }

    @Override
    public Fact look(FactLinks links) {
        Optional<Inspection.Encryption> encryption =
                links.look().encryption().seen().flatMap(seen -> seen);
        return encryption
                .map(seen -> question()
                        .answered(
                                seen.protocol(),
                                seen.cipher() + "; certificate of " + authority(seen.issuer()) + ", valid until "
                                        + seen.validUntil()
                                                .atZone(ZoneOffset.UTC)
                                                .toLocalDate()))
                .orElseGet(() -> question().answered("none", "as configured"));
    }

    /** Its name if it is one of the public ones. */
    static String authority(String issuer) {
        String letters = issuer.toLowerCase(Locale.ROOT);
        return PUBLIC_AUTHORITIES.stream()
                .filter(name -> letters.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("an authority that is not named here");
    }
}
