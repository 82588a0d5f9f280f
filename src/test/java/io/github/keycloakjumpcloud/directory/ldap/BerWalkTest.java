package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1Element;
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

    private static void refuses(String why, byte[] message) {
        assertThatThrownBy(() -> new BerWalk(LIMIT).pass(message, 0, message.length))
                .isInstanceOf(UnacceptableMessageException.class)
                .hasMessage(why);
    }
}
