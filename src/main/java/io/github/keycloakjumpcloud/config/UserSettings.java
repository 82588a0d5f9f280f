package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How users are found and what is taken from them.
 *
 * @param usersDn search base, full DN
 * @param objectClass object class that every user has
 * @param usernameAttribute LDAP attribute that becomes the user name
 * @param emailAttribute LDAP attribute that becomes the e-mail address
 * @param idAttribute the identity; {@link IdAttribute#AUTO} only as long as the directory was never reached
 * @param customFilter further LDAP filter, or {@code null}
 * @param userGroups names of the JumpCloud groups whose members exist for Keycloak; empty means everybody
 * @param attributeMappings LDAP attribute to user attribute, beyond user name, e-mail, given name and surname
 * @param importBindUser whether the reader account is a person who is imported and may sign in
 * @param trustEmail whether imported addresses count as verified
 */
public record UserSettings(
        String usersDn,
        String objectClass,
        String usernameAttribute,
        String emailAttribute,
        IdAttribute idAttribute,
        @Nullable String customFilter,
        List<String> userGroups,
        Map<String, String> attributeMappings,
        boolean importBindUser,
        boolean trustEmail) {

    public UserSettings {
        userGroups = List.copyOf(userGroups);
        attributeMappings = Map.copyOf(attributeMappings);
    }
}
