package io.github.keycloakjumpcloud.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "ldap.jumpcloud.com,                ldaps://ldap.jumpcloud.com:636",
        "ldap.jumpcloud.com:1636,           ldaps://ldap.jumpcloud.com:1636",
        "LDAPS://LDAP.JumpCloud.com,        ldaps://ldap.jumpcloud.com:636",
        "ldaps://ldap.jumpcloud.com:636/,   ldaps://ldap.jumpcloud.com:636",
        "ldap://ldap.jumpcloud.com,         ldap://ldap.jumpcloud.com:389",
        "ldap://ldap.jumpcloud.com:3389,    ldap://ldap.jumpcloud.com:3389",
        "10.0.0.7,                          ldaps://10.0.0.7:636",
        "[2001:DB8::1],                     ldaps://[2001:db8::1]:636",
        "ldap://[2001:db8::1]:1389,         ldap://[2001:db8::1]:1389",
        "2001:db8::1,                       ldaps://[2001:db8::1]:636",
        "::1,                               ldaps://[::1]:636",
        "ldap_1.intern,                     ldaps://ldap_1.intern:636",
    })
    void understands(String text, String address) {
        assertThat(ServerUrl.parse(ConfigKeys.CONNECTION_URL, text)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ldap.jumpcloud.com,             urlIsWeb",
        "http://console.jumpcloud.com/login,     urlIsWeb",
        "ldapi://socket,                         urlSchemeUnknown",
        "ldap.jumpcloud.com:389,                 urlSchemeMissing",
        "ldaps://ldap.jumpcloud.com:0,           urlPortInvalid",
        "ldaps://ldap.jumpcloud.com:65536,       urlPortInvalid",
        "ldaps://ldap.jumpcloud.com:99999999999, urlPortInvalid",
        "ldaps://ldap.jumpcloud.com:port,        urlInvalid",
        "ldaps://ldap.jumpcloud.com/dc=com,      urlInvalid",
        "ldaps://user@ldap.jumpcloud.com,        urlInvalid",
        "ldaps://,                               urlInvalid",
        "ldaps:/ldap.jumpcloud.com,              urlInvalid",
        "-ldap.jumpcloud.com,                    urlInvalid",
        "ldap..jumpcloud.com,                    urlInvalid",
        "[not-v6],                               urlInvalid",
        "[10.0.0.7],                             urlInvalid",
        "1:2:3,                                  urlInvalid",
    })
    void refuses(String text, String problem) {
        assertThatThrownBy(() -> ServerUrl.parse(ConfigKeys.CONNECTION_URL, text))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.problems())
                        .extracting(ConfigProblem::messageKey)
                        .containsExactly("jumpcloud.config." + problem))
                .hasMessageContaining("“" + text + "”");
    }
}
