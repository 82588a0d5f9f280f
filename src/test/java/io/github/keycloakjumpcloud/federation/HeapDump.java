package io.github.keycloakjumpcloud.federation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The memory of a process, as a file. */
final class HeapDump {

    /** How Java keeps texts: compact strings, and characters in the byte order of the dump and of the machine. */
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private static final int CHUNK = 1 << 24;
    private static final int CONTEXT = 150;

    private final Path file;

    HeapDump(Path file) {
        this.file = file;
    }

    /** What surrounds a text wherever it is, in whatever form, as far as it can be printed; its characters are ASCII. */
    List<String> occurrences(String text) {
        return FORMS.stream()
                .flatMap(form -> occurrences(text.getBytes(form)).stream())
                .toList();
    }

    private List<String> occurrences(byte[] sought) {
        List<String> found = new ArrayList<>();
        byte[] window = new byte[CHUNK];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            int length = in.readNBytes(window, kept, CHUNK - kept);
            while (length > 0) {
                int end = kept + length;
                int at = 0;
                for (; at + sought.length <= end; at++) {
                    if (window[at] == sought[0] && isAt(window, at, sought)) {
                        found.add(surroundings(window, at, end));
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

    private static String surroundings(byte[] window, int at, int end) {
        int from = Math.max(0, at - CONTEXT);
        int to = Math.min(end, at + CONTEXT);
        return new String(window, from, to - from, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]+", " ");
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
