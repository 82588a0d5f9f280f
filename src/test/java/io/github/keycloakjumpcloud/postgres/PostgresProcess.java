package io.github.keycloakjumpcloud.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server program. Ends with the JVM that started it, at the latest. */
final class PostgresProcess {

    private static final int LIMIT_SECONDS = 30;

    private final Process postmaster;

    private PostgresProcess(Process postmaster) {
        this.postmaster = postmaster;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    static PostgresProcess run(List<String> command, Path log) throws IOException {
        return new PostgresProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return postmaster.isAlive();
    }

    /** The server and the processes that serve its connections. */
    List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(postmaster.descendants().toList());
        family.add(postmaster.toHandle());
        return family;
    }

    /** Ends it without any chance to clean up, with the processes that serve its connections. */
    void kill() {
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        backends.forEach(backend ->
                backend.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join());
    }

    void awaitEnd() {
        try {
            if (!postmaster.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL did not end within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
