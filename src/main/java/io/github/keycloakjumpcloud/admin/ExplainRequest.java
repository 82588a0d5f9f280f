package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be explained.
 *
 * @param username user name or e-mail address
 * @param password to be tried, or {@code null}; never shown, logged or kept
 */
record ExplainRequest(String username, @Nullable String password) {

    /** The longest that Keycloak takes. */
    private static final int LONGEST = 255;

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";

    /** A password that is empty, as forms send it, is none. */
    static ExplainRequest of(ObjectNode body) {
        JsonNode given = body.path(USERNAME);
        if (given.isMissingNode()
                || given.isNull()
                || (given.isTextual() && given.asText().isBlank())) {
            throw new InvalidBodyException(
                    "missing_value",
                    "Say in 'username' whose sign-in is to be explained, by user name or e-mail address.");
        }
        String username = text(given, USERNAME).strip();
        if (username.length() > LONGEST) {
            throw new InvalidBodyException(
                    "invalid_value", "'username' has more than " + LONGEST + " characters, which nobody's has.");
        }
        if (username.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidBodyException(
                    "invalid_value", "'username' contains control characters, which nobody's has.");
        }
        JsonNode password = body.path(PASSWORD);
        boolean none = password.isMissingNode()
                || password.isNull()
                || (password.isTextual() && password.asText().isEmpty());
        return new ExplainRequest(username, none ? null : text(password, PASSWORD));
    }

    private static String text(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw new InvalidBodyException("invalid_value", "'" + name + "' must be a text.");
        }
        return value.asText();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ExplainRequest[username=" + username + "]";
    }
}
