package io.github.keycloakjumpcloud.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a program writes, between two comments that stay. */
record MarkedPart(Path page, String name) {

    /** What stands there. */
    String text() {
        String all = read();
        return all.substring(begin(all), end(all));
    }

    void replace(String text) {
        String all = read();
        try {
            Files.writeString(page, all.substring(0, begin(all)) + text + all.substring(end(all)));
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be written", e);
        }
    }

    private String read() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be read", e);
        }
    }

    private int begin(String all) {
        String mark = "<!-- " + name + " -->\n";
        return found(all.indexOf(mark), mark) + mark.length();
    }

    private int end(String all) {
        String mark = "<!-- end of " + name + " -->";
        return found(all.indexOf(mark), mark);
    }

    private int found(int index, String mark) {
        if (index < 0) {
            throw new IllegalStateException(page + " has no " + mark.strip());
        }
        return index;
    }
}
