package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OpenLdapServer;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command {@code mvn -Pbench}: measures what is not measured yet of syncs and sign-ins ({@code -Dbench.what=sync,signin}), then writes the document
 * and its pictures; with {@code -Dbench.documentOnly} it writes them from what was measured before.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        BenchOptions options = BenchOptions.read();
        SignInOptions signIns = SignInOptions.read();
        List<String> what =
                Arrays.asList(System.getProperty("bench.what", "sync,signin").split(",", -1));
        if (!OpenLdapServer.isInstalled() || (needsPostgres(options, signIns) && !PostgresServer.isInstalled())) {
            System.err.println(
                    "The benchmark needs OpenLDAP and PostgreSQL (apt-get install slapd ldap-utils postgresql).");
            System.exit(1);
        }
        Path folder = BenchFolder.get().inside("results");
        Results results = new Results(folder);
        SignInResults signInResults = new SignInResults(folder);
        if (!Boolean.getBoolean("bench.documentOnly")) {
            if (what.contains("sync")) {
                new BenchRun(options, results).measureMissing();
            }
            if (what.contains("signin")) {
                BenchKeycloak keycloak = new BenchKeycloak(options.heap(), options.jvmOptions());
                new SignInRun(signIns, signInResults, keycloak).measureMissing();
            }
        }
        RunDescription run = new RunDescription(
                Machine.read(),
                servers(options),
                options.command(),
                LocalDate.now(ZoneOffset.UTC).toString());
        new BenchPage(Path.of("docs")).write(options, results, run, signIns, signInResults);
    }

    private static boolean needsPostgres(BenchOptions options, SignInOptions signIns) {
        return options.databases().contains(DatabaseKind.POSTGRES) || signIns.database() == DatabaseKind.POSTGRES;
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
