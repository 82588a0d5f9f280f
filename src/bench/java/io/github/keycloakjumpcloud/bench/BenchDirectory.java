package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.openldap.OpenLdapDatabase;
import io.github.keycloakjumpcloud.openldap.OpenLdapServer;
import io.github.keycloakjumpcloud.openldap.OpenLdapSettings;
import io.github.keycloakjumpcloud.openldap.OperationTotals;
import io.github.keycloakjumpcloud.openldap.TlsFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A slapd with a company of one scale, in any of its states, behind lines of any length; TLS only. */
final class BenchDirectory implements AutoCloseable {

    private final Path folder;
    private final Scale scale;
    private final OpenLdapSettings settings;
    private final OpenLdapServer server;
    private final Map<Integer, LatencyProxy> lines = new HashMap<>();

    private BenchDirectory(Path folder, Scale scale, OpenLdapSettings settings, OpenLdapServer server) {
        this.folder = folder;
        this.scale = scale;
        this.settings = settings;
        this.server = server;
    }

    static BenchDirectory start(Path folder, Scale scale) {
        try {
            Path place = Files.createDirectories(
                    folder.resolve("directory-" + scale.users() + "-" + scale.groups() + "-" + scale.each()));
            TlsFiles tls = new TlsFiles(
                    place.resolve("server.pem"),
                    place.resolve("server-key.pem"),
                    TestAuthority.get().pemFile());
            TestAuthority.get().writeServerFiles(tls.certificate(), tls.key(), "127.0.0.1");
            OpenLdapSettings settings =
                    OpenLdapSettings.of(CompanyLdif.ORGANIZATION).tls(tls);
            Path first = database(place, scale, settings, DirectoryState.FIRST);
            return new BenchDirectory(place, scale, settings, OpenLdapServer.start(settings.database(first)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, then kept: slapd serves a state, nobody writes. */
    private static Path database(Path folder, Scale scale, OpenLdapSettings settings, DirectoryState state)
            throws IOException {
        Path database = folder.resolve(state.name());
        Path finished = folder.resolve(state.name() + ".made");
        if (!Files.exists(finished)) {
            Folders.delete(database);
            Path ldif = folder.resolve(state.name() + ".ldif");
            CompanyLdif.write(new Company(scale, state), ldif);
            OpenLdapDatabase.create(settings, ldif, database);
            Files.delete(ldif);
            Files.createFile(finished);
        }
        return database;
    }

    /** Every connection ends. What is asked next finds the data in memory. */
    void show(DirectoryState state) {
        try {
            server.serve(database(folder, scale, settings, state));
            BareRead.of(url(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a round trip of 0 the server itself, otherwise a relay. */
    String url(int roundTripMillis) {
        if (roundTripMillis == 0) {
            return server.ldapsUrl();
        }
        int port = URI.create(server.ldapsUrl()).getPort();
        return "ldaps://127.0.0.1:"
                + lines.computeIfAbsent(roundTripMillis, millis -> LatencyProxy.start(port, Duration.ofMillis(millis)))
                        .port();
    }

    /** Who is in it, with their passwords. */
    Company people() {
        return new Company(scale, DirectoryState.FIRST);
    }

    /** What came over this line so far; nothing where there is none. */
    LineTraffic traffic(int roundTripMillis) {
        LatencyProxy line = lines.get(roundTripMillis);
        return line == null ? LineTraffic.NONE : line.traffic();
    }

    OperationTotals totals() {
        return server.totals();
    }

    @Override
    public void close() {
        lines.values().forEach(LatencyProxy::close);
        server.close();
    }
}
