package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import java.util.List;

/**
 * Why the directory could not be used, in a form that can be shown in any language.
 *
 * @param kind what went wrong
 * @param details values for the sentence, in the order that {@link Kind} documents; never a secret
 */
public record Problem(Kind kind, List<String> details) {

    public Problem {
        details = details.stream().map(OneLine::of).toList();
    }

    /** With the details one by one. */
    public static Problem of(Kind kind, String... details) {
        return new Problem(kind, List.of(details));
    }

    /** The sentence in English, for log lines and reports that have no reader's language. */
    public String sentence() {
        return EnglishMessages.text(kind.messageKey(), details.toArray());
    }

    /**
     * Whether nobody was there to ask: no connection, no answer in time, or "not now" (51 busy, 52 unavailable; RFC 4511, appendix A). An answer that
     * declines is no outage, nor is a certificate that does not fit: somebody may be in between. Nor is too much work here: whoever is refused could
     * bring that about.
     */
    public boolean isOutage() {
        return switch (kind) {
            case UNKNOWN_HOST, UNREACHABLE, TLS_FAILED, TIMEOUT -> true;
            case SERVER_ERROR ->
                details.stream().limit(1).anyMatch(code -> code.startsWith("51 ") || code.startsWith("52 "));
            default -> false;
        };
    }

    /** What went wrong. {@code {0}}, {@code {1}}, … are the {@link Problem#details()}. */
    public enum Kind {
        /** {0} server. */
        UNKNOWN_HOST("unknownHost"),
        /** Refused, no route, or no answer within the connection timeout. {0} server, {1} cause. */
        UNREACHABLE("unreachable"),
        /** {0} server, {1} subject, {2} issuer. */
        CERTIFICATE_UNTRUSTED("certificateUntrusted"),
        /** {0} server, {1} subject, {2} end of validity. */
        CERTIFICATE_EXPIRED("certificateExpired"),
        /** {0} server, {1} names in the certificate. */
        CERTIFICATE_WRONG_NAME("certificateWrongName"),
        /** Any other failure of the TLS handshake. {0} server, {1} cause. */
        TLS_FAILED("tlsFailed"),
        /** The server does not offer StartTLS, and nothing is sent in clear text. {0} server, {1} cause. */
        START_TLS_REFUSED("startTlsRefused"),
        /** The reader's bind was answered with invalidCredentials. {0} bind DN, {1} organisation. */
        READER_REFUSED("readerRefused"),
        /** The reader may bind but not search: "Enable as LDAP Bind DN" is missing. {0} bind DN. */
        READER_CANNOT_SEARCH("readerCannotSearch"),
        /** {0} DN that does not exist or is hidden. */
        BASE_NOT_FOUND("baseNotFound"),
        /** The search works but finds no user. {0} base DN, {1} filter. */
        NO_USERS("noUsers"),
        /** A name in {@code userGroups} does not exist. {0} name. */
        USER_GROUP_NOT_FOUND("userGroupNotFound"),
        /** Users name groups that the search for groups does not find. {0} a group's DN. */
        GROUPS_NOT_FOUND("groupsNotFound"),
        /** The connections were closed because the configuration changed or the server stops. */
        CLOSED("closed"),
        /** The server delivered only a part. {0} entries delivered. */
        SIZE_LIMIT("sizeLimit"),
        /** No answer within the time limit. {0} milliseconds. */
        TIMEOUT("timeout"),
        /** The server sent what is no LDAP, answers another question, or is too large. {0} server, {1} which. */
        BROKEN_ANSWER("brokenAnswer"),
        /** The server sends more than Keycloak can hold. {0} server. */
        TOO_MUCH("tooMuch"),
        /** All connections or threads are taken. {0} how many. */
        BUSY("busy"),
        /** As many sign-ins wait for a second factor as may hold up Keycloak's threads. {0} how many. */
        WAITING_SIGN_INS("waitingSignIns"),
        /** An administrator has tried as many passwords of a user as may be tried within a minute. {0} how many. */
        TOO_MANY_TRIES("tooManyTries"),
        /** The server answered a code that says "not now" or "not so". {0} result code and name, {1} its message. */
        SERVER_ERROR("serverError");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The stable name for programs. */
        public String code() {
            return key;
        }

        /** The message's key in the bundle, which also holds the English sentence. */
        public String messageKey() {
            return "jumpcloud.problem." + key;
        }
    }
}
