package io.github.keycloakjumpcloud.dn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.directory.ldap.HostileText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every name. */
class DistinguishedNameLawsTest {

    private static final String BASE = "ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com";

    @Test
    void anEscapedNameIsOneValueAndNothingElse() {
        DistinguishedName base = DistinguishedName.parse(BASE).orElseThrow();
        HostileText.all().forEach(text -> {
            DistinguishedName dn = DistinguishedName.parse(dn(text)).orElseThrow();

            assertThat(dn.value("uid")).as(text).contains(text);
            assertThat(dn.parent().map(DistinguishedName::key)).as(text).contains(base.key());
            assertThat(dn.isWithin(base)).as(text).isTrue();
        });
    }

    @Test
    void theLdapLibraryReadsEscapedNamesTheSameWay() {
        HostileText.all().forEach(text -> {
            DN dn = parsed(dn(text));

            assertThat(dn.getRDNs()).as(text).hasSize(5);
            assertThat(dn.getRDN().getAttributeValues()).as(text).containsExactly(text);
        });
    }

    @Test
    void twoPeopleNeverShareAKey() {
        Map<String, String> byKey = new HashMap<>();
        HostileText.all().forEach(text -> {
            String folded = text.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
            String other = byKey.putIfAbsent(DistinguishedName.keyOf(dn(text)), folded);

            assertThat(other == null || other.equals(folded)).as(text).isTrue();
        });
    }

    @Test
    void noTextBreaksTheParser() {
        HostileText.all().forEach(text -> {
            assertThatCode(() -> DistinguishedName.parse(text)).as(text).doesNotThrowAnyException();
            assertThat(DistinguishedName.keyOf(text)).as(text).isEqualTo(DistinguishedName.keyOf(text));
            assertThat(DistinguishedName.keyOf("cn=" + text)).as(text).isEqualTo(DistinguishedName.keyOf("cn=" + text));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn=#zz,dc=com", "cn=#1,dc=com", "cn=\\zz,dc=com", "cn=a\\,dc", "cn=\"a,dc=com"})
    void whatIsNoDnIsNone(String text) {
        assertThatCode(() -> DistinguishedName.parse(text)).doesNotThrowAnyException();
        assertThat(DistinguishedName.keyOf(text)).isNotEmpty();
    }

    @Test
    void bytesHaveAKeyThatStays() {
        assertThat(DistinguishedName.keyOf("cn=#04024869,dc=com"))
                .isEqualTo(DistinguishedName.keyOf("CN=#04024869,DC=com"))
                .isNotEqualTo(DistinguishedName.keyOf("cn=#04024870,dc=com"));
    }

    @Test
    void everyValueOfAComponentCounts() {
        assertThat(DistinguishedName.keyOf("cn=a+cn=b,dc=com"))
                .isEqualTo(DistinguishedName.keyOf("cn=b+cn=a,dc=com"))
                .isNotEqualTo(DistinguishedName.keyOf("cn=a,dc=com"));
    }

    private static String dn(String name) {
        return "uid=" + DistinguishedName.escape(name) + "," + BASE;
    }

    private static DN parsed(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new AssertionError(text, e);
        }
    }
}
