package io.github.keycloakjumpcloud.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which searches a sign-in would make, and which answer counts. */
class UserSearchesTest {

    private static final Lookup ABSENT = new Lookup.Absent();
    private static final Lookup ANNA = Seen.present(Seen.ANNA);
    private static final Lookup OUTSIDE =
            new Lookup.Unusable(Lookup.Unusable.Cause.OUTSIDE_USER_GROUPS, "outside", Seen.DN, List.of());

    private final Map<String, Lookup> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("a name is searched for as a user name")
    void name() {
        answers.put("name anna", ANNA);

        UserSearch search = searches("uidNumber").forStranger("anna", false);

        assertThat(search.lookup()).isEqualTo(ANNA);
        assertThat(search.filters()).containsExactly("(&(objectClass=inetOrgPerson)(uid=anna))");
        assertThat(asked).containsExactly("name anna");
    }

    @Test
    @DisplayName(
            "what may be an address is searched for as one first, then as a name; the answer about an entry counts")
    void address() {
        answers.put("mail a@b", OUTSIDE);
        assertThat(searches("uidNumber").forStranger("a@b", true).lookup()).isEqualTo(OUTSIDE);
        assertThat(asked).containsExactly("mail a@b", "name a@b");

        answers.put("name a@b", ANNA);
        UserSearch search = searches("uidNumber").forStranger("a@b", true);
        assertThat(search.lookup()).isEqualTo(ANNA);
        assertThat(search.filters()).hasSize(2);

        answers.put("mail a@b", Seen.UNKNOWN);
        assertThat(searches("uidNumber").forStranger("a@b", true).lookup()).isEqualTo(Seen.UNKNOWN);
    }

    @Test
    @DisplayName("a known user is searched for by his identity, and his name only where that is gone")
    void known() {
        answers.put("uidNumber 5001", ANNA);
        assertThat(searches("uidNumber").forKnown(Seen.KNOWN).lookup()).isEqualTo(ANNA);
        assertThat(asked).containsExactly("uidNumber 5001");

        answers.put("uidNumber 5001", ABSENT);
        answers.put("name anna", Seen.present(Seen.person("5002", "anna")));
        UserSearch recycled = searches("uidNumber").forKnown(Seen.KNOWN);
        assertThat(recycled.lookup()).isEqualTo(ABSENT);
        assertThat(recycled.namesake()).isEqualTo(Seen.person("5002", "anna"));

        answers.put("name anna", ABSENT);
        assertThat(searches("uidNumber").forKnown(Seen.KNOWN).namesake()).isNull();
    }

    @Test
    @DisplayName(
            "as long as nobody knows which attribute identifies people a known user goes by the name, if the id fits")
    void auto() {
        answers.put("name anna", ANNA);
        assertThat(searches("auto").forKnown(Seen.KNOWN).lookup()).isEqualTo(ANNA);

        answers.put("name anna", Seen.present(Seen.person("5002", "anna")));
        UserSearch recycled = searches("auto").forKnown(Seen.KNOWN);
        assertThat(recycled.lookup()).isEqualTo(ABSENT);
        assertThat(recycled.namesake()).isEqualTo(Seen.person("5002", "anna"));
    }

    private UserSearches searches(String idAttribute) {
        UserSettings settings = ConfigReader.read(
                        Map.of(
                                "organizationId", List.of("5f0000000000000000000001"),
                                "bindDn", List.of("ldapreader"),
                                "bindCredential", List.of("secret"),
                                "uuidLDAPAttribute", List.of(idAttribute)),
                        secret -> secret)
                .users();
        return new UserSearches(new Answering(), settings);
    }

    private final class Answering implements Directory {

        @Override
        public Lookup findByUsername(String username) {
            return answer("name " + username);
        }

        @Override
        public Lookup findByEmail(String email) {
            return answer("mail " + email);
        }

        @Override
        public Lookup findById(IdAttribute attribute, String id) {
            return answer(attribute.ldapName() + " " + id);
        }

        private Lookup answer(String question) {
            asked.add(question);
            return answers.getOrDefault(question, ABSENT);
        }

        @Override
        public Supplier<Lookup> startFindById(IdAttribute attribute, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReadOutcome read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public BindOutcome bind(String dn, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProbeOutcome probe() {
            throw new UnsupportedOperationException();
        }
    }
}
