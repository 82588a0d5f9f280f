package io.github.keycloakjumpcloud.directory.ldap;

/**
 * Follows the structure of LDAP messages (BER, X.690; RFC 4511, section 5.1) as their bytes pass by, and keeps nothing of them. Used by one thread.
 */
final class BerWalk {

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 4;

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int ENTRY = 0x64;
    private static final int CONTROLS = 0xa0;
    private static final int ANY = -1;

    /** Within this many others are the parts of a message, of its operation, of the list of attributes, and of an attribute. */
    private static final int IN_MESSAGE = 1;

    private static final int IN_OPERATION = 2;
    private static final int IN_ATTRIBUTE = 4;

    /** Elements within this many others are an entry's attributes: message, operation, list of attributes. */
    private static final int ABOVE_ATTRIBUTES = 3;

    private final MessageLimit limit;
    private final long[] ends = new long[MessageLimit.DEPTH];
    private final int[] parts = new int[MessageLimit.DEPTH + 1];
    private int operation;
    private int depth;
    private long position;
    private int elements;
    private int attributes;

    private boolean typeRead;
    private boolean constructed;
    private int lengthBytesLeft;
    private long length;
    private long contentLeft;

    BerWalk(MessageLimit limit) {
        this.limit = limit;
    }

    /** Takes the next bytes; throws as soon as the message is not acceptable. */
    void pass(byte[] bytes, int from, int count) throws UnacceptableMessageException {
        int at = from;
        int end = from + count;
        while (at < end) {
            if (contentLeft > 0) {
                int skipped = (int) Math.min(contentLeft, end - at);
                at += skipped;
                position += skipped;
                contentLeft -= skipped;
                leave();
            } else {
                position++;
                header(bytes[at++] & 0xff);
            }
        }
    }

    private void header(int octet) throws UnacceptableMessageException {
        if (!typeRead) {
            typeRead = true;
            constructed = (octet & CONSTRUCTED) != 0;
            count();
            requireType(octet);
        } else if (lengthBytesLeft > 0) {
            length = (length << Byte.SIZE) | octet;
            lengthBytesLeft--;
            if (lengthBytesLeft == 0) {
                enter();
            }
        } else if (octet < LONG_FORM) {
            length = octet;
            enter();
        } else {
            length = 0;
            lengthBytesLeft = octet - LONG_FORM;
            if (lengthBytesLeft == 0 || lengthBytesLeft > MOST_LENGTH_BYTES) {
                throw new UnacceptableMessageException("no valid LDAP message");
            }
        }
    }

    /** The library takes the content of any type for a sequence, also of one that is not followed here. */
    private void requireType(int type) throws UnacceptableMessageException {
        if (depth == IN_MESSAGE) {
            operation = type;
        }
        boolean first = parts[depth]++ == 0;
        int required =
                switch (depth) {
                    case 0 -> SEQUENCE;
                    case IN_OPERATION -> operation == CONTROLS || (operation == ENTRY && !first) ? SEQUENCE : ANY;
                    case ABOVE_ATTRIBUTES -> operation == ENTRY ? SEQUENCE : ANY;
                    case IN_ATTRIBUTE -> operation == ENTRY && !first ? SET : ANY;
                    default -> ANY;
                };
        if (required != ANY && required != type) {
            throw new UnacceptableMessageException("no valid LDAP message");
        }
    }

    private void count() throws UnacceptableMessageException {
        elements++;
        if (depth == ABOVE_ATTRIBUTES) {
            attributes++;
        }
        if (elements > limit.elements() || attributes > MessageLimit.ATTRIBUTES) {
            throw new UnacceptableMessageException("a message of too many parts");
        }
    }

    private void enter() throws UnacceptableMessageException {
        typeRead = false;
        long end = position + length;
        if (end > (depth == 0 ? limit.bytes() : ends[depth - 1])) {
            throw new UnacceptableMessageException(
                    depth == 0 ? "a message that is too large" : "no valid LDAP message");
        }
        if (constructed && length > 0) {
            if (depth == ends.length) {
                throw new UnacceptableMessageException("a message that is nested too deeply");
            }
            ends[depth++] = end;
            parts[depth] = 0;
        } else {
            contentLeft = length;
            leave();
        }
    }

    /** Closes what ends here. */
    private void leave() {
        if (contentLeft > 0) {
            return;
        }
        while (depth > 0 && position == ends[depth - 1]) {
            depth--;
        }
        if (depth == 0) {
            position = 0;
            elements = 0;
            attributes = 0;
            parts[0] = 0;
        }
    }
}
