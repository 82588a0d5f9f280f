package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GroupRulesTest {

    private static final String BASE = "ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com";

    @Test
    void namesComeFromTheFirstPartOfTheDn() {
        assertThat(named("cn", "cn=Finance\\, Vienna," + BASE)).containsExactly("Finance, Vienna");
        assertThat(named("cn", "CN=Something (Special)," + BASE)).containsExactly("Something (Special)");
        assertThat(named("cn", "cn=C\\2b\\2b Guild," + BASE)).containsExactly("C++ Guild");
        assertThat(named("cn", "cn=\\#ops," + BASE)).containsExactly("#ops");
        assertThat(named("ou", "cn=Engineering," + BASE)).containsExactly("Engineering");
        assertThat(named("cn", "gidNumber=5+cn=Linux," + BASE)).containsExactly("Linux");
    }

    @Test
    void otherDnsAreNoGroups() {
        assertThat(named("cn", "cn=Engineering,ou=Users,o=62a9d8c7b6a5f4e3d2c1b0a9,dc=jumpcloud,dc=com"))
                .isEmpty();
        assertThat(named("cn", "no dn at all")).isEmpty();
        assertThat(named("cn", "cn=" + "x".repeat(256) + "," + BASE)).isEmpty();
        assertThat(named("cn", "")).isEmpty();
    }

    private static List<String> named(String nameAttribute, String dn) {
        try (JumpCloudStandIn standIn = JumpCloudStandIn.builder().empty().start()) {
            Setup setup = new Setup(standIn);
            setup.groupsDn = BASE.toUpperCase(Locale.ROOT);
            setup.groupNameAttribute = nameAttribute;
            return new GroupRules(setup.config())
                    .named(List.of(dn)).stream().map(DirectoryGroup::name).toList();
        }
    }
}
