package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.command.Command;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads directory and tables again and again, in a process of its own: Java is slow at what it has not done before, and a reader that has done it as
 * often as the server beside it is the one to compare with.
 */
final class ReadingProcess {

    private static final String MARK = "reading ";
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private ReadingProcess() {}

    /** The times of so many readings, one after the other. */
    static List<Reading> run(String ldapsUrl, Jdbc database, String realmId, int readings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                ReadingProcess.class.getName()));
        command.addAll(List.of(
                ldapsUrl, database.url(), database.user(), database.password(), realmId, String.valueOf(readings)));
        return Command.run(BenchFolder.get().path(), command, "", LIMIT)
                .lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).split(" "))
                .map(seconds -> new Reading(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1])))
                .toList();
    }

    /** LDAPS URL, JDBC URL, user, password, id of the realm, number of readings. */
    public static void main(String[] arguments) throws SQLException {
        Jdbc database = new Jdbc(arguments[1], arguments[2], arguments[3]);
        for (int reading = 0; reading < Integer.parseInt(arguments[5]); reading++) {
            double directory = BareRead.of(arguments[0]).seconds();
            long start = System.nanoTime();
            try (Connection connection = database.connect()) {
                LocalRows.of(connection, arguments[4]);
            }
            System.out.printf(Locale.ROOT, MARK + "%.6f %.6f%n", directory, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Maven runs this in a class loader of its own. */
    private static String classPath() {
        if (ReadingProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
