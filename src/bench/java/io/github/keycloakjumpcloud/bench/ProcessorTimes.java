package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the processors of this machine have done since its start, in ticks, as Linux counts them in {@code /proc/stat}.
 *
 * @param stolen what a virtual machine's host gave to others
 * @param all of all kinds, idle ones among them
 */
record ProcessorTimes(long stolen, long all) {

    private static final Path STAT = Path.of("/proc/stat");

    /** user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of the first two. */
    private static final int KINDS = 8;

    /** Zeros where there is no such file. */
    static ProcessorTimes read() {
        if (!Files.isReadable(STAT)) {
            return new ProcessorTimes(0, 0);
        }
        try {
            return of(Files.readAllLines(STAT).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param line the file's first */
    static ProcessorTimes of(String line) {
        long[] ticks = Arrays.stream(line.trim().split("\\s+", -1))
                .skip(1)
                .limit(KINDS)
                .mapToLong(Long::parseLong)
                .toArray();
        return new ProcessorTimes(ticks[KINDS - 1], Arrays.stream(ticks).sum());
    }

    /** The stolen part of the time since then, 0 to 1. */
    double stolenSince(ProcessorTimes earlier) {
        long passed = all - earlier.all;
        return passed == 0 ? 0 : (double) (stolen - earlier.stolen) / passed;
    }
}
