package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one server's address. Nothing is resolved. */
final class ServerUrl {

    private static final int LDAP_PORT = 389;
    private static final int LDAPS_PORT = 636;

    private static final Pattern WEB = Pattern.compile("https?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?" // none means ldaps
                    + "(?:\\[(?<v6>[^\\]]*)]|(?<bare>[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)|(?<name>[^\\[\\]:/?#@\\s]+))"
                    + "(?::(?<port>[0-9]+))?/?");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_.])?");

    private ServerUrl() {}

    /**
     * Reads an address.
     *
     * @param key the field that it stands in, for messages
     * @param text {@code ldaps://host:port}, {@code ldap://host:port}, either without port, or a bare host
     * @throws InvalidValueException where the text is something else
     */
    static ServerAddress parse(String key, String text) {
        if (WEB.matcher(text).lookingAt()) {
            throw problem("jumpcloud.config.urlIsWeb", key, text);
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw problem("jumpcloud.config.urlInvalid", key, text);
        }
        String scheme = matcher.group("scheme");
        if (scheme != null && !scheme.equalsIgnoreCase("ldap") && !scheme.equalsIgnoreCase("ldaps")) {
            throw problem("jumpcloud.config.urlSchemeUnknown", key, text);
        }
        boolean tls = scheme == null || scheme.equalsIgnoreCase("ldaps");
        int port = port(key, matcher.group("port"), tls, text);
        if (scheme == null && port == LDAP_PORT) {
            // Guessing ldaps would end in an obscure TLS failure, guessing ldap would send passwords in clear text.
            throw problem("jumpcloud.config.urlSchemeMissing", key, text);
        }
        return new ServerAddress(tls, host(key, matcher, text), port);
    }

    private static String host(String key, Matcher matcher, String text) {
        String literal = matcher.group("v6") != null ? matcher.group("v6") : matcher.group("bare");
        String host = literal != null ? literal : matcher.group("name");
        boolean valid = literal != null ? isIpv6(literal) : HOST.matcher(host).matches() && !host.contains("..");
        if (!valid) {
            throw problem("jumpcloud.config.urlInvalid", key, text);
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static int port(String key, String digits, boolean tls, String text) {
        if (digits == null) {
            return tls ? LDAPS_PORT : LDAP_PORT;
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw problem("jumpcloud.config.urlPortInvalid", key, text);
        }
        return port;
    }

    private static boolean isIpv6(String literal) {
        try {
            // In brackets the JDK takes the text for a literal and never asks a name server.
            return InetAddress.getByName("[" + literal + "]") != null && literal.indexOf(':') >= 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static InvalidValueException problem(String messageKey, String key, String text) {
        return new InvalidValueException(messageKey, label(key), quoted(text));
    }
}
