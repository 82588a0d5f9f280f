package io.github.keycloakjumpcloud.federation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of a process, as a file. */
final class HeapDump {

    /** How Java keeps texts: compact strings, and characters in the byte order of the dump and of the machine. */
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private static final int CHUNK = 1 << 24;

    private final Path file;

    HeapDump(Path file) {
        this.file = file;
    }

    /** How often a text is there, in whatever form; its characters are ASCII. */
    int occurrences(String text) {
        return FORMS.stream().mapToInt(form -> occurrences(text.getBytes(form))).sum();
    }

    private int occurrences(byte[] sought) {
        int found = 0;
        byte[] window = new byte[CHUNK];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            int length = in.readNBytes(window, kept, CHUNK - kept);
            while (length > 0) {
                int end = kept + length;
                int at = 0;
                for (; at + sought.length <= end; at++) {
                    if (window[at] == sought[0] && isAt(window, at, sought)) {
                        found++;
                    }
                }
                // What may be the beginning of an occurrence goes to the front.
                kept = end - at;
                System.arraycopy(window, at, window, 0, kept);
                length = in.readNBytes(window, kept, CHUNK - kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isAt(byte[] window, int at, byte[] sought) {
        for (int i = 1; i < sought.length; i++) {
            if (window[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
