package io.github.keycloakjumpcloud.commandline;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command was given, by options and by environment variables.
 *
 * @param settings by their configuration keys, without the password
 * @param authorities file of the authorities to trust, {@code null} for those that Java trusts
 * @param out file for the facts, {@code null} for the standard output
 * @param idle how long to wait for an unused connection's end; zero for not at all
 */
record Options(
        Map<String, List<String>> settings,
        @Nullable Path authorities,
        @Nullable Path out,
        Duration idle,
        boolean help) {

    static final String HELP = """
            Tests the connection to JumpCloud's LDAP and finds out what JumpCloud has not published, without Keycloak. Usage:
              java -jar keycloak-jumpcloud-<version>.jar --out facts.txt [options]

              --organization ID   organization ID of JumpCloud (or JUMPCLOUD_ORG_ID)
              --bind-dn NAME      user name or DN of the LDAP reader (or JUMPCLOUD_BIND_DN)
              --server URL        another server than ldaps://ldap.jumpcloud.com:636; may be repeated
              --start-tls         upgrade ldap:// with StartTLS
              --ca FILE           trust the authorities in this PEM file, and no others
              --out FILE          write the facts to this file, which is replaced; without it to the standard output
              --idle SECONDS      wait so long for the server to close an unused connection
              --help              this text

            The password is read from JUMPCLOUD_BIND_PASSWORD. Without that it is asked for in a terminal, where neither input nor output is redirected: then use --out.
            What concerns you goes to the standard error, with names; the facts for a bug report hold no names. The directory is only read.
            Ends with 0 if the connection works, 1 if it does not, 2 if the command cannot be carried out as given.""";

    /** Reads them; an option goes before a variable. */
    static Options parse(List<String> arguments, Map<String, String> environment) throws UsageException {
        Map<String, List<String>> settings = new HashMap<>();
        fromEnvironment(settings, ConfigKeys.ORGANIZATION_ID, environment.get("JUMPCLOUD_ORG_ID"));
        fromEnvironment(settings, ConfigKeys.BIND_DN, environment.get("JUMPCLOUD_BIND_DN"));
        List<String> servers = new ArrayList<>();
        Path authorities = null;
        Path out = null;
        Duration idle = Duration.ZERO;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            switch (name) {
                case "--help" -> help = true;
                case "--start-tls" -> settings.put(ConfigKeys.START_TLS, List.of("true"));
                case "--organization" -> settings.put(ConfigKeys.ORGANIZATION_ID, List.of(value(name, rest)));
                case "--bind-dn" -> settings.put(ConfigKeys.BIND_DN, List.of(value(name, rest)));
                case "--server" -> servers.add(value(name, rest));
                case "--ca" -> authorities = Path.of(value(name, rest));
                case "--out" -> out = Path.of(value(name, rest));
                case "--idle" -> idle = Duration.ofSeconds(seconds(value(name, rest)));
                // Not quoted: it may be a password that somebody tried to give.
                default ->
                    throw new UsageException("There is an option that does not exist; --help lists all. "
                            + "Passwords are not taken from the command line, where others could see them.");
            }
        }
        if (!servers.isEmpty()) {
            settings.put(ConfigKeys.CONNECTION_URL, servers);
        }
        return new Options(settings, authorities, out, idle, help);
    }

    private static void fromEnvironment(Map<String, List<String>> settings, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, Arrays.asList(value));
        }
    }

    /** An empty variable without quotes would make the next option a value: a forgotten --start-tls sends the password in clear text. */
    private static String value(String name, Deque<String> rest) throws UsageException {
        String value = rest.pollFirst();
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new UsageException(
                    name + " needs a value. If it is to come from a variable, see that this is not empty.");
        }
        return value;
    }

    private static int seconds(String value) throws UsageException {
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("--idle takes a number of seconds, not " + value + ".");
    }
}
