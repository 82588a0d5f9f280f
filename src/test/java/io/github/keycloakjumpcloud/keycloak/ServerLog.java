package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What a server has written to its log so far. A mark is a position in it. */
public final class ServerLog {

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public long mark() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String since(long mark) {
        try {
            byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int start = (int) Math.min(mark, all.length);
            return new String(all, start, all.length - start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return since(0);
    }

    public boolean contains(String text) {
        return text().contains(text);
    }

    public void await(String text, long mark, Duration limit) {
        Awaitility.await("log line with: " + text)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> since(mark).contains(text));
    }

    public String tail(int lines) {
        List<String> all = text().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
