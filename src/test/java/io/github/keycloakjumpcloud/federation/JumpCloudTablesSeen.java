package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The provider's own tables in a database, beside what this build's change log of them asks for. */
record JumpCloudTablesSeen(PostgresDatabase database) {

    private static final Path CHANGES = Path.of("src", "main", "resources", "META-INF", "jumpcloud-changelog.xml");
    private static final Pattern TABLE = Pattern.compile("createTable tableName=\"(\\w+)\"");
    private static final Pattern CHANGE = Pattern.compile("changeSet id=\"([\\w-]+)\"");

    /** Tables that this build needs, and that are not there. */
    List<String> missing() {
        return found(TABLE).stream().filter(table -> !exists(table)).toList();
    }

    /** Changes of this build that have not been made. */
    List<String> pending() {
        return found(CHANGE).stream()
                .filter(id ->
                        database.count("select count(*) from databasechangelog_jumpcloud where id = '" + id + "'") != 1)
                .toList();
    }

    boolean exists(String table) {
        return database.count("select count(*) from information_schema.tables where table_name = '"
                        + table.toLowerCase(Locale.ROOT) + "'")
                == 1;
    }

    private static List<String> found(Pattern what) {
        try {
            return what.matcher(Files.readString(CHANGES))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
