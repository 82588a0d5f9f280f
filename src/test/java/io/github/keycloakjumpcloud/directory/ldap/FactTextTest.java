package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a server's words, and what names say without asking a server. */
class FactTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unauthenticated bind (DN with no password) disallowed | same",
                "invalid DN uid=jane,ou=Users,o=5f0c1a2b3c4d5e6f70819203 | invalid DN …,…,…",
                "Jane Doe (jane.doe@example.com) is locked | … … (….….…) is locked",
                "no such user: JANE | no such user: …",
                "10.1.2.3 is locked out | ….….….… is locked out",
                "access denied for müller\tand Straße | access denied for … … …"
            })
    void onlyUsualWordsAreKept(String said, String kept) {
        assertThat(FactText.usual(said)).isEqualTo(kept.equals("same") ? said : kept);
    }

    @Test
    void numbersAreRough() {
        assertThat(FactText.about(0)).isEqualTo("none");
        assertThat(FactText.about(9)).isEqualTo("fewer than 10");
        assertThat(FactText.about(10)).isEqualTo("10 or more");
        assertThat(FactText.about(999)).isEqualTo("500 or more");
        assertThat(FactText.about(1_000)).isEqualTo("1000 or more");
    }

    @Test
    void publicAuthoritiesAreNamedAndNoOthers() {
        assertThat(EncryptionFact.authority("CN=DigiCert TLS RSA SHA256 2020 CA1,O=DigiCert Inc,C=US"))
                .isEqualTo("DigiCert");
        assertThat(EncryptionFact.authority("CN=Acme Corporate Root")).isEqualTo("an authority that is not named here");
    }
}
