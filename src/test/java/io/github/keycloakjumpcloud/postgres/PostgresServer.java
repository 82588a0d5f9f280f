package io.github.keycloakjumpcloud.postgres;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of Debian's package on a port of its own of the loopback interface, with its data in a temporary folder. */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "keycloak";
    private static final String PASSWORD = "postgres-Secret01!";
    private static final String FIRST_DATABASE = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port;
    private PostgresProcess process;

    private PostgresServer(PostgresPrograms programs, Path folder, int port, PostgresProcess process) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static boolean isInstalled() {
        return PostgresPrograms.find().isPresent();
    }

    /** For tests: fast rather than safe. Skips the calling test where PostgreSQL is not installed. */
    public static PostgresServer start() {
        return start(PostgresSettings.quick());
    }

    /** Skips the calling test where PostgreSQL is not installed. */
    public static PostgresServer start(PostgresSettings settings) {
        Assumptions.assumeTrue(isInstalled(), PostgresPrograms.MISSING);
        PostgresPrograms programs = PostgresPrograms.find().orElseThrow();
        try {
            Path folder = PostgresFolder.create(programs);
            int port = freePort();
            initialize(programs, folder, port, settings);
            PostgresServer server = new PostgresServer(programs, folder, port, launch(programs, folder));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started", e);
        }
    }

    private static void initialize(PostgresPrograms programs, Path folder, int port, PostgresSettings settings)
            throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        programs.own(data);
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Command.run(
                folder,
                programs.command(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync"),
                "");
        Map<String, String> parameters = new TreeMap<>(settings.parameters());
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("port", String.valueOf(port));
        // No socket file: its folder need not exist, nor may its path be longer than 107 characters.
        parameters.put("unix_socket_directories", "");
        // The server reads its last setting of a name; the file itself belongs to the user it runs as.
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + " = '" + entry.getValue() + "'\n")
                        .collect(Collectors.joining()),
                StandardCharsets.UTF_8);
    }

    private static PostgresProcess launch(PostgresPrograms programs, Path folder) throws IOException {
        return PostgresProcess.run(
                programs.command("postgres", "-D", folder.resolve("data").toString()), folder.resolve("postgres.log"));
    }

    private void awaitReady() {
        PostgresDatabase first = database(FIRST_DATABASE);
        Awaitility.await("PostgreSQL accepts connections")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || accepts(first));
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL ended during its start:\n" + log());
        }
    }

    /** A new and empty database, with pg_stat_statements to count in. */
    public PostgresDatabase createDatabase(String name) {
        execute(database(FIRST_DATABASE), "create database \"" + name + "\"");
        PostgresDatabase created = database(name);
        execute(created, "create extension if not exists pg_stat_statements");
        return created;
    }

    /** A new database with everything that is in another one, to which nobody may be connected. */
    public PostgresDatabase copyDatabase(PostgresDatabase original, String name) {
        execute(
                database(FIRST_DATABASE),
                "create database \"" + name + "\" template \"" + original.name() + "\" strategy file_copy");
        return database(name);
    }

    /** Whoever is connected to it is thrown out. */
    public void dropDatabase(PostgresDatabase database) {
        execute(database(FIRST_DATABASE), "drop database \"" + database.name() + "\" with (force)");
    }

    private PostgresDatabase database(String name) {
        return new PostgresDatabase(name, "jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, PASSWORD);
    }

    /** Its name and version, e.g. {@code PostgreSQL 15.13 (Debian 15.13-0+deb12u1)}. */
    public static String version() {
        try {
            Path folder = Files.createTempDirectory("postgres");
            String answer =
                    Command.run(folder, PostgresPrograms.find().orElseThrow().command("postgres", "--version"), "");
            PostgresFolder.delete(folder);
            return answer.trim().replace("postgres (PostgreSQL)", "PostgreSQL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("postgres.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends the server as its operator would; whoever is connected is thrown out. The data stay. */
    public void stop() {
        stop("fast");
    }

    private void stop(String mode) {
        if (process.isAlive()) {
            Command.run(
                    folder,
                    programs.command(
                            "pg_ctl", "stop", "-D", folder.resolve("data").toString(), "-m", mode),
                    "");
            process.awaitEnd();
        }
    }

    /** Ends the server as a crash would. The data stay. */
    public void kill() {
        process.kill();
    }

    /** Lets every process of it hang, as a machine does that is out of memory or loses its disk, until {@link #resume()}. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", name));
        process.family().forEach(member -> command.add(String.valueOf(member.pid())));
        Command.run(folder, command, "");
    }

    /** Starts it again after {@link #stop()} or {@link #kill()}, at the same place with the same data. */
    public void restart() {
        try {
            process = launch(programs, folder);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started again", e);
        }
    }

    @Override
    public void close() {
        stop("immediate");
        PostgresFolder.delete(folder);
    }

    private static void execute(PostgresDatabase database, String statement) {
        try (Connection connection = database.connect();
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement + " failed", e);
        }
    }

    private static boolean accepts(PostgresDatabase database) {
        try (Connection connection = database.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
