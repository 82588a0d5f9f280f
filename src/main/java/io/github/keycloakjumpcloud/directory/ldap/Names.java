package io.github.keycloakjumpcloud.directory.ldap;

import java.util.Locale;
import java.util.Optional;

/** What can be a name in Keycloak, whose columns for names hold 255 characters. */
final class Names {

    static final int LONGEST = 255;

    private Names() {}

    /** A name as it is searched for: LDAP and Keycloak ignore letter case. */
    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Why a name cannot be used, to be put after "its cn "; empty where it can. */
    static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is blank");
        }
        if (name.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("contains control characters");
        }
        return Optional.empty();
    }
}
