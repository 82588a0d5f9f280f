package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.BASE;
import static io.github.keycloakjumpcloud.config.Typed.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/from-other-products.md lists them. */
@DisplayName("Settings copied from another product's manual")
class OtherProductsSettingsTest {

    private static final JumpCloudConfig MINIMUM = Typed.minimum().read();

    @Test
    @DisplayName("Bitwarden's come to the same as the three fields, but for the group path, which is wider")
    void bitwarden() {
        JumpCloudConfig config = accepted(Typed.minimum()
                .with(ConfigKeys.CONNECTION_URL, "ldap.jumpcloud.com:636")
                .with(ConfigKeys.BASE_DN, BASE)
                .with(ConfigKeys.BIND_DN, "uid=ldapreader,ou=Users,o=" + ORG + ",dc=JumpCloud,dc=com")
                .with(ConfigKeys.USERS_DN, "ou=Users,o=" + ORG)
                .with(ConfigKeys.USER_OBJECT_CLASS, "inetOrgPerson")
                .with(ConfigKeys.EMAIL_LDAP_ATTRIBUTE, "mail")
                .with(ConfigKeys.GROUPS_DN, "o=" + ORG)
                .with(ConfigKeys.GROUP_OBJECT_CLASS, "groupOfNames"));

        assertThat(config.connection().servers()).isEqualTo(MINIMUM.connection().servers());
        assertSameDn(config.connection().bindDn(), MINIMUM.connection().bindDn());
        assertThat(config.users()).isEqualTo(MINIMUM.users());
        assertThat(config.groups().groupsDn()).isEqualTo(BASE);
        assertThat(config.baseDn()).isEqualTo(BASE);
    }

    @Test
    @DisplayName("Wayk Bastion's, in upper case, mean the same paths and the one group")
    void wayk() {
        String users = "OU=Users,O=" + ORG.toUpperCase(Locale.ROOT) + ",DC=jumpcloud,DC=com";
        JumpCloudConfig config = accepted(Typed.minimum()
                .with(ConfigKeys.CONNECTION_URL, "ldaps://ldap.jumpcloud.com:636")
                .with(ConfigKeys.BIND_DN, "UID=ldapreader," + users)
                .with(ConfigKeys.BASE_DN, users)
                .with(ConfigKeys.USER_GROUPS, "wayk-users"));

        assertThat(config.connection().servers()).isEqualTo(MINIMUM.connection().servers());
        assertSameDn(config.connection().bindDn(), MINIMUM.connection().bindDn());
        assertSameDn(config.users().usersDn(), MINIMUM.users().usersDn());
        assertSameDn(config.groups().groupsDn(), MINIMUM.groups().groupsDn());
        assertSameDn(config.baseDn(), BASE);
        assertThat(config.users().userGroups()).containsExactly("wayk-users");
        assertThat(config.users().importBindUser()).isFalse();
    }

    @Test
    @DisplayName(
            "those of JumpCloud's own guide do, with StartTLS as well, and a base DN in the place of the organization ID")
    void guide() {
        String users = "ou=Users," + BASE;
        JumpCloudConfig config = accepted(Typed.minimum()
                .with(ConfigKeys.ORGANIZATION_ID, BASE)
                .with(ConfigKeys.CONNECTION_URL, "ldap://ldap.jumpcloud.com:389")
                .with(ConfigKeys.START_TLS, "true")
                .with(ConfigKeys.BIND_DN, "uid=ldapreader," + users)
                .with(ConfigKeys.BASE_DN, users));

        assertThat(config.connection().servers()).containsExactly(new ServerAddress(false, "ldap.jumpcloud.com", 389));
        assertThat(config.connection().bindDn()).isEqualTo(MINIMUM.connection().bindDn());
        assertThat(config.users()).isEqualTo(MINIMUM.users());
        assertThat(config.groups()).isEqualTo(MINIMUM.groups());
    }

    @Test
    @DisplayName("spaces behind the commas of a DN, as many tools print it, do not matter")
    void spaces() {
        String users = "ou=Users, o=" + ORG + ", dc=jumpcloud, dc=com";
        JumpCloudConfig config = accepted(Typed.minimum()
                .with(ConfigKeys.BIND_DN, "uid=ldapreader, " + users)
                .with(ConfigKeys.BASE_DN, users)
                .with(ConfigKeys.GROUPS_DN, "ou=Users, o=" + ORG));

        assertSameDn(config.connection().bindDn(), MINIMUM.connection().bindDn());
        assertSameDn(config.users().usersDn(), MINIMUM.users().usersDn());
        assertSameDn(config.groups().groupsDn(), MINIMUM.groups().groupsDn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberOf", "memberof", " MEMBEROF "})
    @DisplayName("the users' memberOf for the name of groups is answered with cn, not with an import without groups")
    void groupNameIsMemberOf(String typed) {
        assertThat(problems(Typed.minimum().with(ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE, typed)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("jumpcloud.config.groupNameIsMemberOf");
                    assertThat(problem.args()).contains("“cn”", "jumpcloud.membershipSource.label");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"YOUR_ORG_ID", "[Your JumpCloud Organization ID]", "o=YOUR_ORG_ID,dc=jumpcloud,dc=com"})
    @DisplayName("the manual's own placeholder is not taken for an organization")
    void placeholder(String typed) {
        assertThat(problems(Typed.minimum().with(ConfigKeys.ORGANIZATION_ID, typed)))
                .extracting(ConfigProblem::messageKey)
                .contains("jumpcloud.config.organizationIdInvalid");
    }

    private static JumpCloudConfig accepted(Typed typed) {
        assertThat(problems(typed)).isEmpty();
        return typed.read();
    }

    private static List<ConfigProblem> problems(Typed typed) {
        return ConfigValidator.validate(typed.values(), filter -> Optional.empty());
    }

    private static void assertSameDn(String dn, String expected) {
        assertThat(DistinguishedName.keyOf(dn)).isEqualTo(DistinguishedName.keyOf(expected));
    }
}
