package io.github.keycloakjumpcloud.dn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uid=a,ou=Users,dc=com   | UID=A , OU=users,DC=COM",
                "cn=a\\2Cb,dc=com        | cn=a\\,b,dc=com",
                "cn=a  b,dc=com          | cn=a b,dc=com",
                "cn=a+ou=b,dc=com        | OU=b+CN=A,dc=com",
            })
    void spellingsOfOneNameAreEqual(String one, String other) {
        assertThat(DistinguishedName.keyOf(one)).isEqualTo(DistinguishedName.keyOf(other));
    }

    @Test
    void knowsItsPlace() {
        DistinguishedName dn = DistinguishedName.parse("OU=Users,o=X,dc=test").orElseThrow();
        DistinguishedName parent = dn.parent().orElseThrow();
        assertThat(parent).hasToString("o=X,dc=test");
        assertThat(dn.isWithin(parent)).isTrue();
        assertThat(parent.isWithin(dn)).isFalse();
        assertThat(dn.startsWith("ou")).isTrue();
        assertThat(parent.startsWith("ou")).isFalse();
        assertThat(parent.value("O")).contains("X");
    }

    @Test
    void aSingleComponentHasNoParent() {
        assertThat(DistinguishedName.parse("dc=test").flatMap(DistinguishedName::parent))
                .isEmpty();
        assertThat(DistinguishedName.parse("").orElseThrow().startsWith("dc")).isFalse();
        assertThat(DistinguishedName.parse("Users")).isEmpty();
    }
}
