package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.ambiguous;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names and addresses find somebody, and which find nobody. */
class LookupNamesTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @BeforeEach
    void start() {
        standIn.resetCounts();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smith(ext)",
                "juergen.mueller",
                "maximiliane.von.und.zu.hohenstein-oberbergenstadt.der.juengere.x",
                "no.names",
                " tom.baker "
            })
    void findsOddNames(String username) {
        assertThat(present(byUsername(username)).user().username()).isEqualTo(username.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "tom*", "(uid=*)", "tom.baker)(uid=*", "\\2a", "ümlaut", "comma, name", "#hash", "a\\b"})
    void takesNoNameForAFilter(String username) {
        assertThat(byUsername(username)).isInstanceOf(Lookup.Absent.class);
        assertThat(standIn.counts().searches()).isOne();
        assertThat(standIn.counts().entries()).isZero();
    }

    @Test
    void findsNamesWithEverySpecialCharacter() {
        String name = "o'neil, (änne) * \\ =+<>#;\"";
        standIn.directory().addUser(StandInUser.of(name, "Änne", "O'Neil"));

        assertThat(present(byUsername(name)).user().username()).isEqualTo(name);
    }

    @Test
    void refusesImpossibleNamesWithoutARequest() {
        for (String name : List.of("", "   ", "a\0b", "tab\tbed", "x".repeat(256), "y".repeat(10_000))) {
            assertThat(byUsername(name)).isInstanceOf(Lookup.Absent.class);
            assertThat(byEmail(name)).isInstanceOf(Lookup.Absent.class);
        }
        assertThat(standIn.counts().connections()).isZero();
    }

    @Test
    void findsByAddressWhateverItsCase() {
        assertThat(present(byEmail("ursula.upper@EXAMPLE.com")).user().username())
                .isEqualTo("upper.mail");
    }

    @Test
    void keepsTheFirstOfTwoAddressesAndFindsByNoOther() {
        assertThat(present(byEmail("t.twice@example.com")).user().email()).isEqualTo("t.twice@example.com");
        assertThat(byEmail("tina.twice@example.com")).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void doesNotGuessWhoseASharedAddressIs() {
        assertThat(ambiguous(byEmail("shared.box@example.com"))).contains("mail");
    }

    private Lookup byUsername(String username) {
        return setup.ask(directory -> directory.findByUsername(username));
    }

    private Lookup byEmail(String email) {
        return setup.ask(directory -> directory.findByEmail(email));
    }
}
