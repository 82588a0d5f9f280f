package io.github.keycloakjumpcloud.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What the realm's user profile and the database take as values, made ready once and then asked for each value. Whether an attribute is required is not
 * asked: Keycloak asks the user for what is missing. Belongs to one session.
 */
public final class ProfileRules {

    /**
     * What makes a person is taken as JumpCloud has it, whatever the realm asks of registrations: by default they refuse short user names and brackets in
     * names, and nobody could sign in without his names, which are read-only in Keycloak.
     */
    private static final Set<String> OWN_COLUMN =
            Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    /** The length of their columns. */
    private static final int LONGEST = 255;

    private final Map<String, AttributeRules> byAttribute;

    private ProfileRules(Map<String, AttributeRules> byAttribute) {
        this.byAttribute = Map.copyOf(byAttribute);
    }

    /** The rules of the session's realm. */
    public static ProfileRules of(KeycloakSession session) {
        Map<String, AttributeRules> rules = new HashMap<>();
        for (UPAttribute attribute : session.getProvider(UserProfileProvider.class)
                .getConfiguration()
                .getAttributes()) {
            rules.put(attribute.getName(), AttributeRules.of(session, attribute));
        }
        return new ProfileRules(rules);
    }

    /** Why these values cannot be stored under this name, to be put after "its e-mail address "; empty where they can. */
    public Optional<String> fault(String attribute, List<String> values) {
        // U+0000 is the one character that PostgreSQL takes in no text.
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            return Optional.of("contains the character U+0000, which databases do not take; remove it in JumpCloud");
        }
        if (OWN_COLUMN.contains(attribute)) {
            return values.stream().anyMatch(value -> value.length() > LONGEST)
                    ? Optional.of("has more than " + LONGEST
                            + " characters, which Keycloak's database does not take; shorten it in JumpCloud")
                    : Optional.empty();
        }
        AttributeRules rules = byAttribute.get(attribute);
        return rules == null ? Optional.empty() : rules.fault(values);
    }
}
