package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Messages.bound;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.done;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.entry;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.extended;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.header;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.intermediate;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.joined;
import static io.github.keycloakjumpcloud.directory.ldap.Messages.reference;

import com.unboundid.asn1.ASN1Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What a hostile server does instead of answering. */
enum HostileAct implements HostileServer.Act {
    ENDLESS_ENTRIES {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            for (int i = 0; ; i++) {
                talk.send(entry(id, "uid=u" + i + ",ou=Users", "uid", Collections.nCopies(20, "value " + i)));
            }
        }
    },
    ENDLESS_LARGE_ENTRIES {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(entry(id, "uid=u,ou=Users", "title", List.of("x".repeat(300_000))));
        }
    },
    ENDLESS_REFERRALS {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(reference(id, "ldap://127.0.0.1:1/ou=" + "x".repeat(1000)));
        }
    },
    ENDLESS_INTERMEDIATES {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(intermediate(id));
        }
    },
    ENDLESS_NOTIFICATIONS {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(extended(0, 0, "1.2.3.4." + "5".repeat(1000)));
        }
    },
    ENDLESS_ANSWERS_TO_OTHERS {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(joined(
                    bound(id + 1, 0), done(id + 2, 0), entry(id + 3, "uid=u", "uid", List.of("x".repeat(1000)))));
        }
    },
    NOTICE_OF_DISCONNECTION {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(extended(0, 52, "1.3.6.1.4.1.1466.20036"));
        }
    },
    GIANT_VALUE {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(header(0x30, 400_000_000));
            talk.send(new byte[] {2, 1, (byte) id});
            talk.send(header(0x64, 399_999_000));
            talk.send(header(0x04, 399_998_000));
            talk.sendForEver("x".repeat(64_000).getBytes(StandardCharsets.US_ASCII));
        }
    },
    GIANT_LENGTH {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(header(0x30, Integer.MAX_VALUE));
        }
    },
    GIANT_LENGTH_WITHIN {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(new byte[] {0x30, 100, 2, 1, (byte) id, 0x64, 95});
            talk.send(header(0x04, Integer.MAX_VALUE));
        }
    },
    NEGATIVE_LENGTH {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(header(0x30, -1));
        }
    },
    NOTHING_BUT_EMPTY_VALUES {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver(entry(id, "uid=u,ou=Users", "uid", Collections.nCopies(250_000, "")));
        }
    },
    ONE_ATTRIBUTE_AGAIN_AND_AGAIN {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            List<ASN1Element> attributes = IntStream.range(0, 30_000)
                    .mapToObj(i -> Messages.attribute("a", List.of("v" + i)))
                    .toList();
            talk.send(joined(entry(id, "uid=u,ou=Users", attributes), done(id, 0)));
        }
    },
    VALUES_IN_NO_SET {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            byte[] values =
                    Messages.attribute("uid", Collections.nCopies(250_000, "")).getValue();
            // As the library reads it: a name, and values in an element of whatever type.
            values[5] = OPAQUE_SET;
            talk.sendForEver(entry(id, "uid=u,ou=Users", List.of(new ASN1Element((byte) 0x30, values))));
        }
    },
    ATTRIBUTES_IN_NO_SEQUENCE {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            List<ASN1Element> attributes = IntStream.range(0, 30_000)
                    .mapToObj(i -> new ASN1Element(
                            OPAQUE, Messages.attribute("a", List.of("v" + i)).getValue()))
                    .toList();
            talk.send(joined(entry(id, "uid=u,ou=Users", attributes), done(id, 0)));
        }
    },
    MESSAGE_IN_NO_SEQUENCE {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            byte[] message = entry(id, "uid=u,ou=Users", "uid", Collections.nCopies(250_000, ""));
            message[0] = OPAQUE;
            talk.sendForEver(message);
        }
    },
    DEEP_NESTING {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            byte[][] levels = new byte[80_000][];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = header(0x30, 6 * (levels.length - i - 1));
            }
            talk.send(joined(levels));
        }
    },
    NO_LDAP {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.sendForEver("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    },
    ANSWER_TO_A_SEARCH {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(joined(entry(id, "uid=u,ou=Users", "uid", List.of("u")), done(id, 0)));
        }
    },
    ANSWER_TO_A_BIND {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(bound(id, 0));
        }
    },
    A_BYTE_AT_A_TIME {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            talk.send(header(0x30, 100_000));
            talk.send(new byte[] {2, 1, (byte) id});
            // An entry with a long name, so that nothing is wrong with it as far as it has come.
            talk.send(header(0x64, 99_000));
            talk.send(header(0x04, 90_000));
            while (true) {
                talk.send(new byte[] {'x'});
                pause();
            }
        }
    },
    AN_ENTRY_AT_A_TIME {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            while (true) {
                talk.send(reference(id, "ldap://127.0.0.1:1/"));
                pause();
            }
        }
    },
    MORE_THAN_ITS_LIMIT {
        @Override
        public void perform(Talk talk, int id) throws IOException {
            byte[] page = new byte[0];
            for (int i = 0; i < 500; i++) {
                page = joined(page, entry(id, "uid=u" + i + ",ou=Users", "uid", List.of("u" + i)));
            }
            talk.send(joined(page, done(id, 4)));
        }
    };

    private static final byte OPAQUE = 0x10;
    private static final byte OPAQUE_SET = 0x11;

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
