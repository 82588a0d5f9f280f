package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.UserSettings;

/** The searches for users as an administrator would write them (RFC 4515), to be shown and tried elsewhere. Stateless. */
public final class SearchText {

    private SearchText() {}

    /** The filter by which {@link LdapDirectory} looks for somebody's user name or address. */
    public static String byName(UserSettings users, String attribute, String name) {
        return filter(users, attribute, Names.fold(name));
    }

    /** The filter by which {@link LdapDirectory} looks for somebody's identity. */
    public static String byId(UserSettings users, IdAttribute attribute, String id) {
        return filter(users, attribute.ldapName(), id);
    }

    private static String filter(UserSettings users, String attribute, String value) {
        try {
            return UserFilter.equal(users, attribute, value).toString();
        } catch (LdapFailure e) {
            // The search itself says what is wrong with the configured part.
            return UserFilter.describe(users);
        }
    }
}
