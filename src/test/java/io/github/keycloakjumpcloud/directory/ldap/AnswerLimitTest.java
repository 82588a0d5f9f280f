package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit of an answer")
class AnswerLimitTest {

    private static final String USERS = "ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com";
    private static final long DEFAULT_HEAP = 512L << 20;

    @Test
    @DisplayName(
            "counts a user in five groups as docs/scaling.md says, so that Keycloak's default heap admits that many")
    void admits() {
        Entry user = new Entry("uid=clara.hughes12345," + USERS);
        user.addAttribute("uid", "clara.hughes12345");
        user.addAttribute("mail", "clara.hughes12345@example.com");
        user.addAttribute("givenName", "Clara");
        user.addAttribute("sn", "Hughes");
        user.addAttribute("entryUUID", "5c1b7f4e-5a3a-3a1c-9a58-0d0b6f1e2a33");
        user.addAttribute("uidNumber", "17345");
        user.addAttribute(
                "memberOf",
                IntStream.rangeClosed(1, 5)
                        .mapToObj(group -> "cn=Team 000" + group + "," + USERS)
                        .toArray(String[]::new));

        long weight = AnswerLimit.weight(user);

        assertThat(weight).isBetween(1_500L, 1_700L);
        assertThat(DEFAULT_HEAP / 2 / weight).isBetween(158_000L, 178_000L);
    }
}
