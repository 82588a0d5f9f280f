package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.asn1.ASN1Set;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerWalkTest {

    private static final MessageLimit LIMIT = new MessageLimit(10_000, 500);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void takesAcceptableMessagesWhereverTheyAreCut(int chunk) {
        byte[] all = Messages.joined(
                Messages.bound(1, 49),
                Messages.entry(2, "uid=jane.doe,ou=Users", "title", List.of("", "x".repeat(5_000), "y".repeat(200))),
                Messages.reference(2, "ldap://127.0.0.1:1/"),
                Messages.entry(2, "uid=tom.baker,ou=Users", List.of()),
                Messages.done(2, 0),
                Messages.extended(0, 52, "1.3.6.1.4.1.1466.20036"));
        BerWalk walk = new BerWalk(LIMIT);

        // Many times more than one message may be: each begins anew.
        assertThatCode(() -> {
                    for (int i = 0; i < 100; i++) {
                        for (int at = 0; at < all.length; at += chunk) {
                            walk.pass(all, at, Math.min(chunk, all.length - at));
                        }
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAMessageThatIsTooLargeBeforeItComes() {
        refuses("a message that is too large", Messages.header(0x30, 10_001));
        refuses("a message that is too large", Messages.header(0x30, -1));
    }

    @Test
    void refusesTooManyParts() {
        refuses("a message of too many parts", Messages.entry(1, "uid=u", "uid", Collections.nCopies(500, "")));
    }

    @Test
    void refusesTooManyAttributes() {
        List<ASN1Element> attributes = IntStream.range(0, MessageLimit.ATTRIBUTES + 1)
                .mapToObj(i -> Messages.attribute("a", List.of("v")))
                .toList();
        byte[] entry = Messages.entry(1, "uid=u", attributes);

        assertThatThrownBy(() -> new BerWalk(new MessageLimit(100_000, 100_000)).pass(entry, 0, entry.length))
                .hasMessage("a message of too many parts");
    }

    @Test
    void refusesDeepNesting() {
        byte[][] levels = new byte[MessageLimit.DEPTH + 1][];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Messages.header(0x30, 6 * (levels.length - i));
        }
        refuses("a message that is nested too deeply", Messages.joined(levels));
    }

    @Test
    void refusesAPartThatIsLargerThanTheWhole() {
        refuses("no valid LDAP message", Messages.joined(new byte[] {0x30, 10}, Messages.header(0x04, 11)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x85, 0xff})
    void refusesLengthsOfNoneOrMoreThanFourBytes(int length) {
        refuses("no valid LDAP message", new byte[] {0x30, (byte) length});
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x04, 0x31})
    void refusesMessagesThatAreNoSequences(int type) {
        byte[] message = Messages.done(1, 0);
        message[0] = (byte) type;
        refuses("no valid LDAP message", message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x04})
    void refusesEntriesWithPartsThatCannotBeFollowed(int type) {
        List<String> values = List.of("", "x");
        ASN1Element attribute = Messages.attribute("title", values);
        ASN1Element name = new ASN1OctetString("title");
        ASN1Element content = new ASN1OctetString((byte) type, attribute.getValue());
        ASN1Element set = new ASN1OctetString((byte) (type | 1), new ASN1Set(name, name).getValue());

        refuses("no valid LDAP message", Messages.entry(1, "uid=u", List.of(attribute, content)));
        refuses("no valid LDAP message", Messages.entry(1, "uid=u", List.of(new ASN1Sequence(name, set))));
        refuses("no valid LDAP message", Messages.message(1, new ASN1Sequence((byte) 0x64, name, content)));
        refuses(
                "no valid LDAP message",
                Messages.joined(
                        new byte[] {0x30, 12, 2, 1, 1, 0x65, 0, (byte) 0xa0, 5},
                        new byte[] {(byte) type, 3, 4, 1, 'x'}));
    }

    private static void refuses(String why, byte[] message) {
        assertThatThrownBy(() -> new BerWalk(LIMIT).pass(message, 0, message.length))
                .isInstanceOf(UnacceptableMessageException.class)
                .hasMessage(why);
    }
}
