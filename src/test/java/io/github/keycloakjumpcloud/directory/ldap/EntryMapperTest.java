package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.UserSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryMapperTest {

    private static final UserSettings SETTINGS = new UserSettings(
            "ou=Users",
            "inetOrgPerson",
            "uid",
            "mail",
            IdAttribute.AUTO,
            null,
            List.of(),
            Map.of("mobile", "phone", "jpegPhoto", "photo", "departmentNumber", "department"),
            false,
            false);

    private final EntryMapper mapper = new EntryMapper(SETTINGS, true);
    private final Entry entry = new Entry("uid=x,ou=Users,dc=jumpcloud,dc=com");

    @Test
    void foldsUserNameAndAddressButNotNames() {
        entry.addAttribute("uid", " JÜRGEN.Müller ");
        entry.addAttribute("mail", " Jürgen@Example.COM ");
        entry.addAttribute("givenName", " Jürgen ");
        entry.addAttribute("sn", "Müller, Dr. (FH)");

        MappedEntry mapped = mapper.map(entry);

        assertThat(mapped.username()).isEqualTo("jürgen.müller");
        assertThat(mapped.email()).isEqualTo("jürgen@example.com");
        assertThat(mapped.firstName()).isEqualTo("Jürgen");
        assertThat(mapped.lastName()).isEqualTo("Müller, Dr. (FH)");
    }

    @Test
    void takesTheAlphabeticallyFirstAddressThatFits() {
        entry.addAttribute("mail", "zoe@example.com", "Bert@example.com", "a".repeat(250) + "@example.com", " ");

        assertThat(mapper.map(entry).email()).isEqualTo("bert@example.com");
    }

    @Test
    void valuesAreStrippedSortedAndDistinctAndBlankOnesAreDropped() {
        entry.addAttribute("mobile", "+43 2", " +43 1 ", "  ", "+43 1");
        entry.addAttribute("departmentNumber", " ");

        assertThat(mapper.map(entry).attributes()).containsExactly(Map.entry("phone", List.of("+43 1", "+43 2")));
    }

    @Test
    void binaryValuesAreLeftOut() {
        entry.addAttribute(new Attribute(
                "jpegPhoto", new byte[] {(byte) 0xff, (byte) 0xd8, 0}, "text".getBytes(StandardCharsets.UTF_8)));

        assertThat(mapper.map(entry).attributes()).containsExactly(Map.entry("photo", List.of("text")));
    }

    @Test
    void missingValuesAreMissing() {
        MappedEntry mapped = mapper.map(entry);

        assertThat(mapped.username()).isNull();
        assertThat(mapped.email()).isNull();
        assertThat(mapped.ids()).isEmpty();
        assertThat(mapped.memberOf()).isEmpty();
        assertThat(mapped.fault(IdAttribute.UID, "uid"))
                .hasValueSatisfying(text -> assertThat(text).contains("no uid"));
    }

    @Test
    void anIdMustBeUsable() {
        entry.addAttribute("uid", "x");
        entry.addAttribute("uidNumber", "  ");

        MappedEntry mapped = mapper.map(entry);

        assertThat(mapped.fault(IdAttribute.UID, "uid")).isEmpty();
        assertThat(mapped.fault(IdAttribute.UID_NUMBER, "uid")).isPresent();
        assertThat(IdResolution.resolve(IdAttribute.AUTO, List.of(mapped))).isEqualTo(IdAttribute.UID);
    }
}
