package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "Engineering,ENGINEERING,true",
        "Engineering,Engineering 2,false",
        "eng*,Engineering,true",
        "*ing,Engineering,true",
        "*gin*,Engineering,true",
        "e*g,Engineering,true",
        "**,anything,true",
        "VERTRIEB & MÄRKTE,Vertrieb & Märkte,true",
        "C++ Guild,C++ Guild,true",
        "C++ Guild,CC Guild,false",
        "Something (S*),Something (Special),true",
        "a.c,abc,false",
        "\\E*,\\Extra,true"
    })
    void matchesLiterallyButForStars(String pattern, String name, boolean expected) {
        assertThat(new NamePatterns(List.of("unrelated", pattern)).test(name)).isEqualTo(expected);
    }

    @Test
    void noPatternMatchesEverything() {
        assertThat(new NamePatterns(List.of()).test("whatever")).isTrue();
    }
}
