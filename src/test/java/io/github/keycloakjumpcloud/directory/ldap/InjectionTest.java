package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody is called, or says to be called, is a value and nothing else. */
class InjectionTest {

    private static final JumpCloudStandIn DEFAULTS =
            JumpCloudStandIn.builder().empty().start();

    @AfterAll
    static void stop() {
        DEFAULTS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid", "mail", "entryUUID"})
    void aFilterHoldsTheValueAsItIs(String attribute) {
        UserSettings users = new Setup(DEFAULTS).config().users();
        HostileText.all().forEach(text -> {
            Filter filter = filter(users, attribute, text);

            Filter[] parts = filter.getComponents();
            assertThat(parts).as(text).hasSize(2);
            assertThat(parts[0]).as(text).isEqualTo(Filter.createEqualityFilter("objectClass", "inetOrgPerson"));
            assertThat(parts[1].getFilterType()).as(text).isEqualTo(Filter.FILTER_TYPE_EQUALITY);
            assertThat(parts[1].getAttributeName()).as(text).isEqualTo(attribute);
            assertThat(parts[1].getAssertionValue()).as(text).isEqualTo(text);
            assertThat(parsed(filter.toString())).as(text).isEqualTo(filter);
        });
    }

    @Test
    void aFilterForOneNameFindsNobodyElse() {
        UserSettings users = new Setup(DEFAULTS).config().users();
        Entry somebody = new Entry("uid=tom.baker,ou=Users");
        somebody.addAttribute("objectClass", "inetOrgPerson");
        somebody.addAttribute("uid", "tom.baker");
        assertThat(matches(filter(users, "uid", "tom.baker"), somebody)).isTrue();

        HostileText.all().forEach(text -> assertThat(matches(filter(users, "uid", text), somebody))
                .as(text)
                .isFalse());
    }

    @Test
    void aGroupNameIsNoPattern() {
        HostileText.all().filter(text -> text.indexOf('*') < 0).forEach(text -> {
            NamePatterns patterns = new NamePatterns(List.of(text));
            assertThat(patterns.test(text.strip())).as(text).isTrue();
            assertThat(patterns.test("Something else")).as(text).isFalse();
        });
    }

    @Test
    void aStarInAGroupNameStandsForAnythingAndTheRestForItself() {
        HostileText.all()
                .filter(text -> text.indexOf('*') < 0)
                .map(String::strip)
                .forEach(text -> {
                    NamePatterns patterns = new NamePatterns(List.of(text + "*"));
                    assertThat(patterns.test(text + "whatever)")).as(text).isTrue();
                    assertThat(patterns.test("x" + text)).as(text).isEqualTo(("x" + text).startsWith(text));
                });
    }

    @Test
    void noTextBreaksTheJudgementOfFilters() {
        Stream.concat(
                        HostileText.all(),
                        Stream.of("(".repeat(100_000), "(&".repeat(50_000), "(!".repeat(10_000) + ")".repeat(10_000)))
                .forEach(text -> assertThatCode(() -> FilterSyntax.problem(text))
                        .as("%.40s", text)
                        .doesNotThrowAnyException());
    }

    private static Filter filter(UserSettings users, String attribute, String value) {
        try {
            return UserFilter.equal(users, attribute, value);
        } catch (LdapFailure e) {
            throw new AssertionError(value, e);
        }
    }

    private static Filter parsed(String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new AssertionError(text, e);
        }
    }

    private static boolean matches(Filter filter, Entry entry) {
        try {
            return filter.matchesEntry(entry);
        } catch (LDAPException e) {
            throw new AssertionError(filter.toString(), e);
        }
    }
}
