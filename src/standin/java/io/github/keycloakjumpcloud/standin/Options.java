package io.github.keycloakjumpcloud.standin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of the runnable stand-in. */
final class Options {

    static final String HELP = """
            A stand-in for JumpCloud's cloud LDAP, for trying things out. Usage:
              java -jar keycloak-jumpcloud-<version>-standin.jar [options]

              --ldap-port N      plain port with StartTLS (default 10389; 0 = any free one)
              --ldaps-port N     LDAPS port (default 10636)
              --mfa-port N       LDAPS port that enforces second factors (default 11636)
              --users N          generate N users instead of the readable company of about 40
              --groups N         generated groups (default 50)
              --memberships N    groups per generated user (default 5)
              --large-group N    one more group of N generated users (default 0)
              --busy-user N      N more groups with the first generated user (default 0)
              --latency MILLIS   time before each answer (default 0; the live service takes about 30)
              --organization ID  id of the first organization, 24 hexadecimal digits
              --tenant WHICH     whose reader and users are printed: first (default), second or both
              --ca DIRECTORY     keeps the certificate authority there (ca.pem is for the truststore; default standin-ca)
              --names A,B        host names and IPv4 addresses in the certificate
              --all-interfaces   listen on all interfaces, not only on the loopback one
              --help             this text""";

    private static final int LDAP_PORT = 10_389;
    private static final int LDAPS_PORT = 10_636;
    private static final int MFA_PORT = 11_636;

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Throws an {@link IllegalArgumentException} with a sentence for the user. */
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            switch (name) {
                case "--help", "--all-interfaces" -> values.put(name, "true");
                case "--ldap-port",
                        "--ldaps-port",
                        "--mfa-port",
                        "--users",
                        "--groups",
                        "--memberships",
                        "--large-group",
                        "--busy-user",
                        "--latency",
                        "--organization",
                        "--tenant",
                        "--ca",
                        "--names" -> values.put(name, value(name, rest.pollFirst()));
                default -> throw new IllegalArgumentException("unknown option " + name + "; --help lists them");
            }
        }
        return new Options(values);
    }

    boolean help() {
        return values.containsKey("--help");
    }

    boolean firstTenant() {
        return !tenant().equals("second");
    }

    boolean secondTenant() {
        return !tenant().equals("first");
    }

    JumpCloudStandIn.Builder builder() {
        String unknown = tenant();
        if (!unknown.equals("first") && !unknown.equals("second") && !unknown.equals("both")) {
            throw new IllegalArgumentException("--tenant takes first, second or both, not " + unknown);
        }
        JumpCloudStandIn.Builder builder = JumpCloudStandIn.builder()
                .ldapPort(number("--ldap-port", LDAP_PORT))
                .ldapsPort(number("--ldaps-port", LDAPS_PORT))
                .mfaPort(number("--mfa-port", MFA_PORT))
                .latency(Duration.ofMillis(number("--latency", 0)))
                .certificateAuthority(
                        CertificateAuthority.loadOrCreateIn(Path.of(values.getOrDefault("--ca", "standin-ca"))));
        if (values.containsKey("--users")) {
            builder.generated(
                    number("--users", 0),
                    number("--groups", 50),
                    number("--memberships", 5),
                    number("--large-group", 0),
                    number("--busy-user", 0));
        }
        if (values.containsKey("--all-interfaces")) {
            builder.allInterfaces();
        }
        String organization = values.get("--organization");
        if (organization != null) {
            builder.organizationId(organization);
        }
        String names = values.get("--names");
        return names == null ? builder : builder.certificateNames(names.split(",", -1));
    }

    private String tenant() {
        return values.getOrDefault("--tenant", "first");
    }

    private int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + value, e);
        }
    }

    private static String value(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return value;
    }
}
