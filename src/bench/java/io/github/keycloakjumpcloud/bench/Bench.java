package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OpenLdapServer;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code mvn -Pbench}: measures what is not measured yet, then writes the document and its picture; with {@code -Dbench.documentOnly} it
 * writes them from what was measured before.
 */
public final class Bench {

    private static final Path DOCUMENTS = Path.of("docs");

    private Bench() {}

    public static void main(String[] arguments) {
        BenchOptions options = BenchOptions.read();
        if (!OpenLdapServer.isInstalled()
                || (options.databases().contains(DatabaseKind.POSTGRES) && !PostgresServer.isInstalled())) {
            System.err.println(
                    "The benchmark needs OpenLDAP and PostgreSQL (apt-get install slapd ldap-utils postgresql).");
            System.exit(1);
        }
        Results results = new Results(BenchFolder.get().inside("results"));
        if (!Boolean.getBoolean("bench.documentOnly")) {
            new BenchRun(options, results).measureMissing();
        }
        write(options, results);
    }

    private static void write(BenchOptions options, Results results) {
        RunDescription run = new RunDescription(
                Machine.read(),
                servers(options),
                options.command(),
                LocalDate.now(ZoneOffset.UTC).toString());
        try {
            Optional<String> picture = new Plots(options, results).svg();
            if (picture.isPresent()) {
                Files.writeString(DOCUMENTS.resolve(BenchDocument.PICTURE), picture.get());
            }
            Files.writeString(DOCUMENTS.resolve("benchmarks.md"), new BenchDocument(options, results, run).text());
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be written", e);
        }
    }

    private static List<String> servers(BenchOptions options) {
        List<String> servers = new ArrayList<>();
        servers.add("Keycloak " + System.getProperty("keycloak.version"));
        servers.add(OpenLdapServer.version());
        for (DatabaseKind kind : options.databases()) {
            servers.add(kind.version());
        }
        return servers;
    }
}
