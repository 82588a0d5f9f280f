package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Which servers are asked, how, and how long an answer may take. */
record ConnectionFields(ConfigValues values) implements Fields {

    static final String DEFAULT_URL = "ldaps://ldap.jumpcloud.com:636";
    static final int DEFAULT_CONNECTION_TIMEOUT = 1_000;
    static final int DEFAULT_READ_TIMEOUT = 1_500;
    static final int DEFAULT_POOL_SIZE = 10;

    /** Keycloak interrupts a look-up in a user store after this many milliseconds. */
    private static final int LOOKUP_LIMIT = 3_000;

    private static final int LEAST_TIMEOUT = 100;
    private static final int MOST_TIMEOUT = 120_000;
    private static final int SIGN_IN_TIMEOUT = 5_000;

    /** JumpCloud waits up to 60 s for the answer to a push and recommends a client time-out of at least 65 s. */
    private static final int PUSH_TIMEOUT = 65_000;

    private static final String PUSH_HOST = "ldap-mfa.";

    @Override
    public List<Supplier<?>> readers() {
        return List.of(
                this::servers,
                this::authenticationServers,
                this::startTls,
                this::verifyCertificates,
                this::connectionTimeout,
                this::readTimeout,
                this::authenticationTimeout,
                this::poolSize);
    }

    /** The servers in order of preference, each one once; never empty. */
    List<ServerAddress> servers() {
        List<String> texts = texts(ConfigKeys.CONNECTION_URL);
        return parse(ConfigKeys.CONNECTION_URL, texts.isEmpty() ? List.of(DEFAULT_URL) : texts);
    }

    /** Where users bind, each server once; never empty. */
    List<ServerAddress> authenticationServers() {
        List<String> texts = texts(ConfigKeys.AUTHENTICATION_URL);
        return texts.isEmpty() ? servers() : parse(ConfigKeys.AUTHENTICATION_URL, texts);
    }

    private List<String> texts(String key) {
        return values.texts(key).stream()
                .flatMap(value -> Arrays.stream(value.split("[\\s,]+")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<ServerAddress> parse(String key, List<String> texts) {
        Set<ServerAddress> servers = new LinkedHashSet<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (String text : texts) {
            try {
                servers.add(ServerUrl.parse(key, text));
            } catch (InvalidValueException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidValueException(problems);
        }
        return List.copyOf(servers);
    }

    boolean startTls() {
        boolean startTls = values.flag(ConfigKeys.START_TLS, false);
        Map<ServerAddress, String> fields = new LinkedHashMap<>();
        authenticationServers().forEach(server -> fields.put(server, ConfigKeys.AUTHENTICATION_URL));
        servers().forEach(server -> fields.put(server, ConfigKeys.CONNECTION_URL));
        List<ConfigProblem> clashes = !startTls
                ? List.of()
                : fields.entrySet().stream()
                        .filter(field -> field.getKey().tls())
                        .map(field -> ConfigProblem.of(
                                "jumpcloud.config.startTlsWithLdaps",
                                label(ConfigKeys.START_TLS),
                                quoted(field.getKey().toString()),
                                label(field.getValue()),
                                quoted("ldap://" + field.getKey().host() + ":389")))
                        .toList();
        if (!clashes.isEmpty()) {
            throw new InvalidValueException(clashes);
        }
        return startTls;
    }

    boolean verifyCertificates() {
        return values.flag(ConfigKeys.VERIFY_CERTIFICATES, true);
    }

    int connectionTimeout() {
        return timeout(ConfigKeys.CONNECTION_TIMEOUT, DEFAULT_CONNECTION_TIMEOUT);
    }

    int readTimeout() {
        int read = timeout(ConfigKeys.READ_TIMEOUT, DEFAULT_READ_TIMEOUT);
        int sum = read + connectionTimeout();
        if (sum >= LOOKUP_LIMIT) {
            throw new InvalidValueException(
                    "jumpcloud.config.lookupTooLong",
                    label(ConfigKeys.CONNECTION_TIMEOUT),
                    label(ConfigKeys.READ_TIMEOUT),
                    Integer.toString(sum),
                    Integer.toString(LOOKUP_LIMIT));
        }
        return read;
    }

    int authenticationTimeout() {
        return timeout(ConfigKeys.AUTHENTICATION_TIMEOUT, asksSecondFactor() ? PUSH_TIMEOUT : SIGN_IN_TIMEOUT);
    }

    /** Whether users bind at a server that sends a push or takes a code behind the password. */
    boolean asksSecondFactor() {
        return authenticationServers().get(0).host().startsWith(PUSH_HOST);
    }

    /** Whether any server that users bind at does. */
    boolean mayAskSecondFactor() {
        return authenticationServers().stream().anyMatch(server -> server.host().startsWith(PUSH_HOST));
    }

    int poolSize() {
        return values.number(ConfigKeys.CONNECTION_POOL_SIZE, DEFAULT_POOL_SIZE, 1, 200);
    }

    private int timeout(String key, int fallback) {
        return values.number(key, fallback, LEAST_TIMEOUT, MOST_TIMEOUT);
    }
}
