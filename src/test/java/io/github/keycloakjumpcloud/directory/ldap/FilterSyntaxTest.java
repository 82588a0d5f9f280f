package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(uid=jane)",
                " (&(title=Engineer)(!(l=Wien))) ",
                "(cn=Something \\28Special\\29)",
                "(memberOf=cn=Engineering,ou=Users,o=5f0c1a2b3c4d5e6f70819203,dc=jumpcloud,dc=com)",
                "(sn=M\u00fcller)"
            })
    void acceptsFilters(String filter) {
        assertThat(FilterSyntax.problem(filter)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(", "(uid=jane", "(&(uid=jane)(objectClass=inetOrgPerson)", "(uid=\\2)", "(uid=a)(uid=b)"})
    void saysWhatIsWrong(String filter) {
        assertThat(FilterSyntax.problem(filter))
                .hasValueSatisfying(text -> assertThat(text).isNotBlank());
    }
}
