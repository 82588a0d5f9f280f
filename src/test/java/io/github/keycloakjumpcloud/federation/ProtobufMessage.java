package io.github.keycloakjumpcloud.federation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message in protobuf's wire format, as far as it is made of messages and texts. */
record ProtobufMessage(ByteBuffer bytes) {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    /** The fields with this number, in their order. */
    List<ProtobufMessage> all(int number) {
        List<ProtobufMessage> found = new ArrayList<>();
        ByteBuffer left = bytes.duplicate();
        while (left.hasRemaining()) {
            long tag = varint(left);
            ByteBuffer value = value(left, (int) (tag & 7));
            if (tag >> 3 == number) {
                found.add(new ProtobufMessage(value));
            }
        }
        return found;
    }

    /** The first field with this number as a text; empty where there is none. */
    String text(int number) {
        return all(number).stream().findFirst().map(ProtobufMessage::text).orElse("");
    }

    /** The whole message, whose texts stand in it as they are. */
    String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static ByteBuffer value(ByteBuffer left, int type) {
        int start = left.position();
        int length =
                switch (type) {
                    case VARINT -> {
                        varint(left);
                        yield left.position() - start;
                    }
                    case FIXED64 -> Long.BYTES;
                    case FIXED32 -> Integer.BYTES;
                    case DELIMITED -> {
                        int announced = (int) varint(left);
                        start = left.position();
                        yield announced;
                    }
                    default -> throw new IllegalArgumentException("No protobuf: wire type " + type);
                };
        left.position(start + length);
        return left.slice(start, length);
    }

    private static long varint(ByteBuffer left) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = left.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
