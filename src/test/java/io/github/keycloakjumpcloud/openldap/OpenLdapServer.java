package io.github.keycloakjumpcloud.openldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.command.Command;
import io.github.keycloakjumpcloud.keycloak.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A slapd of Debian's package on free ports, with its database in a temporary folder. The folder lies below the system's temporary folder: where
 * AppArmor confines slapd (Ubuntu does, Debian does not), its profile must allow that folder, or the start fails with "Permission denied".
 */
public final class OpenLdapServer implements AutoCloseable {

    static final String ROOT_DN = "cn=root,dc=jumpcloud,dc=com";
    static final String ROOT_PASSWORD = "root-Secret01!";

    private static final Path SLAPD = Path.of("/usr/sbin/slapd");
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final OpenLdapSettings settings;
    private final Path folder;
    private final int ldapPort;
    private final int ldapsPort;
    private Process process;

    private OpenLdapServer(OpenLdapSettings settings, Path folder, int ldapPort, int ldapsPort, Process process) {
        this.settings = settings;
        this.folder = folder;
        this.ldapPort = ldapPort;
        this.ldapsPort = ldapsPort;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> this.process.destroyForcibly()));
    }

    public static boolean isInstalled() {
        return Files.isExecutable(SLAPD)
                && Stream.of("ldapadd", "ldapmodify").allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
    }

    /** Skips the calling test where OpenLDAP is not installed. */
    public static OpenLdapServer start(OpenLdapSettings settings) {
        Assumptions.assumeTrue(
                isInstalled(), "skipped: needs " + SLAPD + " and ldapadd (apt-get install slapd ldap-utils)");
        try {
            OpenLdapServer server = launch(settings);
            try {
                server.awaitListening();
                if (settings.database() == null) {
                    server.add(tree(settings.organizationId()) + settings.ldif());
                }
                return server;
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("slapd could not be started", e);
        }
    }

    private static OpenLdapServer launch(OpenLdapSettings settings) throws IOException {
        Path folder = Files.createTempDirectory("openldap");
        Files.createDirectory(folder.resolve("db"));
        int ldap = freePort();
        int ldaps = settings.tls() == null ? 0 : freePort();
        return new OpenLdapServer(settings, folder, ldap, ldaps, run(settings, folder, ldap, ldaps));
    }

    private static Process run(OpenLdapSettings settings, Path folder, int ldap, int ldaps) throws IOException {
        Path config = Files.writeString(folder.resolve("slapd.conf"), SlapdConfig.of(settings, folder));
        String address = Backend.chosen().listenAddress().getHostAddress() + ":";
        String addresses = "ldap://" + address + ldap + (ldaps == 0 ? "" : " ldaps://" + address + ldaps);
        String logged = settings.database() == null ? "stats" : "none";
        // -d keeps slapd in the foreground: its life is this process' life.
        return new ProcessBuilder(SLAPD.toString(), "-d", logged, "-f", config.toString(), "-h", addresses)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile())
                .start();
    }

    /** Ends the server and starts it with another database in the same place; whoever is connected is cut off, and its counts begin anew. */
    public void serve(Path database) {
        try {
            end();
            process = run(settings.database(database), folder, ldapPort, ldapsPort);
            awaitListening();
        } catch (IOException e) {
            throw new UncheckedIOException("slapd could not be started again", e);
        }
    }

    private void awaitListening() {
        Awaitility.await("slapd listens")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || accepts(ldapPort));
        if (!process.isAlive()) {
            throw new IllegalStateException("slapd ended during its start:\n" + log());
        }
    }

    private static String tree(String organizationId) {
        String organization = "o=" + organizationId + ",dc=jumpcloud,dc=com";
        return String.join(
                "\n",
                "dn: dc=jumpcloud,dc=com",
                "objectClass: domain",
                "dc: jumpcloud",
                "",
                "dn: " + organization,
                "objectClass: organization",
                "o: " + organizationId,
                "",
                "dn: ou=Users," + organization,
                "objectClass: organizationalUnit",
                "ou: Users",
                "",
                "");
    }

    /** Adds entries in LDIF. */
    public void add(String ldif) {
        Command.run(folder, client("ldapadd"), ldif);
    }

    /** Applies changes in LDIF ({@code changetype: …}): modify, delete, modrdn. */
    public void change(String ldif) {
        Command.run(folder, client("ldapmodify"), ldif);
    }

    private List<String> client(String program) {
        return List.of(program, "-x", "-H", ldapUrl(), "-D", ROOT_DN, "-w", ROOT_PASSWORD);
    }

    public String ldapUrl() {
        return "ldap://localhost:" + ldapPort;
    }

    /** Only with {@link OpenLdapSettings#tls}. */
    public String ldapsUrl() {
        return "ldaps://localhost:" + ldapsPort;
    }

    public String usersDn() {
        return "ou=Users,o=" + settings.organizationId() + ",dc=jumpcloud,dc=com";
    }

    public String readerDn() {
        return "uid=ldapreader," + usersDn();
    }

    public static String passwordOf(String uid) {
        return uid + "-Secret01!";
    }

    /** One line per connection, operation and result. */
    public String log() {
        try {
            return Files.readString(folder.resolve("slapd.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name and version, e.g. {@code OpenLDAP 2.5.13+dfsg-5}. */
    public static String version() {
        try {
            Path folder = Files.createTempDirectory("openldap");
            String answer = Command.run(folder, List.of(SLAPD.toString(), "-VV"), "");
            delete(folder);
            return "OpenLDAP " + answer.replaceFirst("(?s).*?slapd (\\S+).*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was asked of the server since its start. */
    public OperationTotals totals() {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", ldapPort, ROOT_DN, ROOT_PASSWORD)) {
            return OperationTotals.read(connection);
        } catch (LDAPException e) {
            throw new IllegalStateException("cn=Monitor cannot be read", e);
        }
    }

    @Override
    public void close() {
        end();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
