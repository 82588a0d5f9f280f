package io.github.keycloakjumpcloud.diagnose;

import static io.github.keycloakjumpcloud.diagnose.Seen.DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.KNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.READER_DN;
import static io.github.keycloakjumpcloud.diagnose.Seen.UNKNOWN;
import static io.github.keycloakjumpcloud.diagnose.Seen.account;
import static io.github.keycloakjumpcloud.diagnose.Seen.person;
import static io.github.keycloakjumpcloud.diagnose.Seen.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.diagnose.Account.Lockout;
import io.github.keycloakjumpcloud.diagnose.Account.Origin;
import io.github.keycloakjumpcloud.diagnose.UserExplanation.Outlook;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.store.Holder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from what was seen. */
class UserDiagnosisTest {

    private static final String SINCE = "2027-01-01T00:00:00Z";
    private static final Account LEFT = account(Origin.OURS, true, SINCE, null, Lockout.NONE);

    static Stream<Arguments> obstacles() {
        return ObstacleCases.all();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("obstacles")
    @DisplayName("one obstacle is one failed step with its code, a sentence that ends, and the verdict no")
    void obstacle(Seen seen, String step, String code) {
        UserExplanation explanation = seen.explained();

        assertThat(explanation.outlook()).isEqualTo(Outlook.CANNOT);
        assertThat(explanation.steps())
                .filteredOn(finding -> finding.result() == Finding.Result.FAILED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.name()).isEqualTo(step);
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.message().english())
                            .endsWith(".")
                            .doesNotContain("{", "jumpcloud.")
                            .doesNotContain("null");
                });
        assertComplete(explanation);
    }

    static Stream<Arguments> remarks() {
        return Stream.of(
                Arguments.of(new Seen().setting("importEnabled", "false").holder(KNOWN), "provider", "notRefreshed"),
                Arguments.of(
                        new Seen().shadowing(account(Origin.LOCAL, true, null, null, Lockout.NONE)),
                        "keycloak",
                        "nameIsAddress"),
                Arguments.of(new Seen().holder(KNOWN).lookup(new Lookup.Ambiguous("two")), "search", "ambiguous"),
                Arguments.of(new Seen().holder(KNOWN).unproven().lookup(new Lookup.Absent()), "search", "goneUnproven"),
                Arguments.of(
                        new Seen()
                                .holder(KNOWN)
                                .lookup(present(person("5001", "anna.new")))
                                .unproven(),
                        "identity",
                        "unproven"),
                Arguments.of(
                        new Seen().holder(KNOWN).conflict("taken", new Holder("k-9", "anna.new", null), null),
                        "conflict",
                        "usernameTaken"),
                Arguments.of(new Seen().holder(LEFT), "enabled", "departed"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("remarks")
    @DisplayName("what keeps nobody out is a warning, and the verdict is yes")
    void remark(Seen seen, String step, String code) {
        UserExplanation explanation = seen.explained();

        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(explanation.steps())
                .filteredOn(finding -> finding.code() != null)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.result()).isEqualTo(Finding.Result.WARNING);
                    assertThat(finding.name()).isEqualTo(step);
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.message().english()).endsWith(".").doesNotContain("{");
                });
        assertComplete(explanation);
    }

    static Stream<Seen> good() {
        return Stream.of(
                new Seen(),
                new Seen().holder(KNOWN),
                new Seen().setting("userGroups", "Staff").lookup(present(Seen.ANNA, "Staff")),
                new Seen().knownOtherwise(KNOWN).lookup(present(person("5001", "anna.new"))),
                new Seen().setting("importBindUser", "true").lookup(present(person("5000", "ldapreader"))));
    }

    @ParameterizedTest
    @MethodSource("good")
    @DisplayName("where all is well nothing is remarked, whether or not Keycloak knows the user yet")
    void allWell(Seen seen) {
        UserExplanation explanation = seen.explained();

        assertThat(explanation.outlook()).isEqualTo(Outlook.CAN);
        assertThat(explanation.steps()).extracting(Finding::code).containsOnlyNulls();
        assertComplete(explanation);
    }

    @Test
    @DisplayName("a known user whose stored DN is the reader's is the reader, even when JumpCloud is away")
    void storedReader() {
        Account reader =
                new Account("k-1", "ldapreader", Origin.OURS, null, true, "5000", READER_DN, null, null, Lockout.NONE);

        UserExplanation explanation = new Seen().holder(reader).lookup(UNKNOWN).explained();

        assertThat(explanation.outlook()).isEqualTo(Outlook.CANNOT);
        assertThat(step(explanation, StepName.READER).code()).isEqualTo("reader");
    }

    @Test
    @DisplayName("when JumpCloud cannot be asked the verdict is open, unless Keycloak itself says no")
    void away() {
        for (Seen seen : List.of(new Seen(), new Seen().holder(KNOWN), new Seen().holder(LEFT))) {
            UserExplanation explanation = seen.lookup(UNKNOWN).explained();

            assertThat(explanation.outlook()).isEqualTo(Outlook.UNKNOWN);
            assertThat(step(explanation, StepName.SEARCH).code()).isEqualTo("unreachable");
            assertThat(step(explanation, StepName.IDENTITY).result()).isEqualTo(Finding.Result.SKIPPED);
            assertComplete(explanation);
        }
        Account disabled = account(Origin.OURS, false, null, null, Lockout.NONE);
        assertThat(new Seen().holder(disabled).lookup(UNKNOWN).explained().outlook())
                .isEqualTo(Outlook.CANNOT);
    }

    static Stream<Arguments> withoutEntry() {
        return Stream.of(
                Arguments.of(new Lookup.Absent(), "showed no entry"),
                Arguments.of(UNKNOWN, "did not answer"),
                Arguments.of(new Lookup.Ambiguous("two"), "several entries"),
                Arguments.of(
                        new Lookup.Unusable(Lookup.Unusable.Cause.OUTSIDE_USER_GROUPS, "", DN, List.of()),
                        "cannot become a user"));
    }

    @ParameterizedTest
    @MethodSource("withoutEntry")
    @DisplayName("steps that need an entry say why there is none: nobody found is not the same as nobody answered")
    void whyNoEntry(Lookup lookup, String words) {
        UserExplanation explanation = new Seen().lookup(lookup).explained();

        for (StepName name : List.of(StepName.IDENTITY, StepName.CONFLICT, StepName.GROUPS)) {
            Finding finding = step(explanation, name);
            assertThat(finding.result()).as(name.text()).isEqualTo(Finding.Result.SKIPPED);
            assertThat(finding.message().english()).as(name.text()).contains(words);
        }
    }

    @Test
    @DisplayName("several obstacles are all shown")
    void several() {
        Account disabled = account(Origin.OURS, false, SINCE, SINCE, Lockout.NONE);

        UserExplanation explanation = new Seen()
                .switchedOff()
                .holder(disabled)
                .lookup(new Lookup.Absent())
                .explained();

        assertThat(explanation.steps())
                .filteredOn(finding -> finding.result() == Finding.Result.FAILED)
                .extracting(Finding::code)
                .containsExactly("providerDisabled", "gone", "disabledByUs");
    }

    @Test
    @DisplayName("the details name the filter, the entry, what would be stored, the required groups and those found")
    void details() {
        UserExplanation explanation = new Seen()
                .setting("userGroups", "Staff")
                .lookup(present(Seen.ANNA, "Staff"))
                .explained();

        Finding search = step(explanation, StepName.SEARCH);
        assertThat(search.millis()).isEqualTo(7);
        assertThat(search.details())
                .containsEntry("filter", List.of("(uid=anna)"))
                .containsEntry("dn", DN)
                .containsEntry(
                        "attributes",
                        List.of(
                                "username=anna",
                                "email=anna@example.com",
                                "firstName=Anna",
                                "lastName=Auer",
                                "title=Engineer"));
        assertThat(step(explanation, StepName.USER_GROUPS).details())
                .containsEntry("required", List.of("Staff"))
                .containsEntry("memberOf", List.of("Staff"));
        assertThat(step(explanation, StepName.GROUPS).details()).containsEntry("groups", List.of("Team"));
        assertThat(explanation.userId()).isNull();
        assertThat(new Seen().holder(KNOWN).explained().userId()).isEqualTo("k-1");
    }

    @Test
    @DisplayName("settings that cannot be read are the one finding")
    void unreadable() {
        UserExplanation explanation = UserDiagnosis.unreadable("anna", "the vault is sealed");

        assertThat(explanation.outlook()).isEqualTo(Outlook.CANNOT);
        assertThat(step(explanation, StepName.PROVIDER).code()).isEqualTo("configuration");
        assertThat(step(explanation, StepName.PROVIDER).message().english()).contains("the vault is sealed");
        assertComplete(explanation);
    }

    private static Finding step(UserExplanation explanation, StepName name) {
        return explanation.steps().stream()
                .filter(step -> step.name().equals(name.text()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertComplete(UserExplanation explanation) {
        assertThat(explanation.steps())
                .extracting(Finding::name)
                .containsExactlyElementsOf(
                        Arrays.stream(StepName.values()).map(StepName::text).toList());
    }
}
