package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every question about what entries hold, with every answer that the stand-in can give. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FactsOfEntriesTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().empty().start();
    private final Setup setup = new Setup(standIn);

    FactsOfEntriesTest() {
        standIn.directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, absent, cannot", "SERVED, served, can", "ON_REQUEST, onRequest, can"})
    void operationalAttributes(OperationalAttributes mode, String answer, String searched) {
        standIn.behaviour().operationalAttributes(mode);

        assertThat(fact(Question.OPERATIONAL_ATTRIBUTES))
                .isEqualTo(Question.OPERATIONAL_ATTRIBUTES.answered(
                        answer,
                        "entryUUID " + answer + "; createTimestamp " + answer + "; modifyTimestamp " + answer + "; "
                                + searched + " be searched by modifyTimestamp"));
    }

    @Test
    void uidNumbers() {
        assertThat(fact(Question.UID_NUMBER).answer()).isEqualTo("unique");

        standIn.directory().setAttribute("anna", "uidNumber", "5099").setAttribute("bert", "uidNumber", "5099");
        assertThat(fact(Question.UID_NUMBER).answer()).isEqualTo("shared");

        standIn.directory().usernames().forEach(name -> standIn.directory().removeAttribute(name, "uidNumber"));
        assertThat(fact(Question.UID_NUMBER).answer()).isEqualTo("absent");
    }

    @ParameterizedTest
    @CsvSource({
        "POSTAL_ADDRESS, dollars, 1 Street$Vienna",
        "POSTAL_ADDRESS, oneLine, 1 Street",
        "SSH_KEY, values, ssh-ed25519 AAAA",
        "GECOS, values, Anna",
        "SHADOW_EXPIRE, numbers, 20000",
        "SHADOW_EXPIRE, texts, never",
        "MANAGER, dn, 'uid=bert,ou=Users,dc=x'",
        "MANAGER, noDn, bert"
    })
    void shapes(Question question, String answer, String value) {
        assertThat(fact(question)).isEqualTo(question.answered("absent", "no user has it"));

        standIn.directory().setAttribute("anna", question.text(), value);
        assertThat(fact(question))
                .isEqualTo(question.answered(answer, "users who have it: fewer than 10; one value each"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UID_NUMBER", "GECOS", "PASSWORDS"})
    void nobodyToLookAt(Question question) {
        setup.customFilter = "(uid=nobody)";

        assertThat(fact(question)).isEqualTo(question.unknown("no user to look at"));
    }

    @Test
    void severalValues() {
        standIn.directory().setAttribute("anna", "sshKey", "ssh-ed25519 AAAA", "ssh-ed25519 BBBB");

        assertThat(fact(Question.SSH_KEY).seen()).endsWith("some have several values");
    }

    @ParameterizedTest
    @CsvSource({"false, false, hidden", "true, false, own", "true, true, everybodys"})
    void passwords(boolean own, boolean others, String answer) {
        standIn.behaviour().ownPassword(own).unknowns().otherPasswords(others);

        assertThat(fact(Question.PASSWORDS).answer()).isEqualTo(answer);
        assertThat(standIn.operations())
                .filteredOn(operation -> operation.attributes().contains("userPassword"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, nested", "false, flat"})
    void nestedGroups(boolean nested, String answer) {
        standIn.behaviour().unknowns().nestedGroups(nested);

        assertThat(fact(Question.NESTED_GROUPS).answer()).isEqualTo(answer);
    }

    private Fact fact(Question question) {
        return FoundFacts.of(setup, Duration.ZERO).fact(question);
    }
}
