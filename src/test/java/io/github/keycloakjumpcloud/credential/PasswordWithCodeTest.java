package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password and a code in one field. */
class PasswordWithCodeTest {

    private static final String ALPHABET = "aZ09,,, \t\n'\"\\ü€\u0000";

    @ParameterizedTest
    @CsvSource({"123456, 123456", "'123 456', 123456", "' 123456 ', 123456", "'1 2 3 4 5 6', 123456", "000000, 000000"})
    void codesAreSixDigitsWithOrWithoutSpaces(String typed, String code) {
        assertThat(PasswordWithCode.code(typed)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "1234567", "12345a", "123,456", "-12345", "١٢٣٤٥٦"})
    void anythingElseIsNoCode(String typed) {
        assertThat(PasswordWithCode.code(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Secret01!", "123456", ",123456", "Secret01!,12345", "Secret01!,1234567", "Secret01!,123456 "})
    void aPasswordAloneIsNotTakenForBoth(String password) {
        assertThat(PasswordWithCode.isOne(password)).isFalse();
    }

    @Test
    @DisplayName("whatever the password holds, the code is what follows the last comma")
    void lastComma() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 2_000; round++) {
            String password = password(random);
            String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));

            String both = PasswordWithCode.of(password, code);

            int comma = both.lastIndexOf(',');
            assertThat(both.substring(0, comma)).isEqualTo(password);
            assertThat(both.substring(comma + 1)).isEqualTo(code);
            assertThat(PasswordWithCode.isOne(both)).isTrue();
        }
    }

    private static String password(Random random) {
        StringBuilder password = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int at = 0; at < length; at++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
