package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.ArrayList;
import java.util.List;

/** Filters for users. Values are never spliced into filter text, so no input can change a filter's meaning. */
final class UserFilter {

    private UserFilter() {}

    /** Everybody who can be a user. */
    static Filter all(UserSettings users) throws LdapFailure {
        return Filter.createANDFilter(base(users));
    }

    /** Everybody who can be a user and has this value. */
    static Filter equal(UserSettings users, String attribute, String value) throws LdapFailure {
        List<Filter> parts = base(users);
        parts.add(1, Filter.createEqualityFilter(attribute, value));
        return Filter.createANDFilter(parts);
    }

    /** The configured part, as an administrator would write it. */
    static String describe(UserSettings users) {
        String objectClass =
                Filter.createEqualityFilter("objectClass", users.objectClass()).toString();
        String custom = users.customFilter();
        return custom == null || custom.isBlank() ? objectClass : "(&" + objectClass + custom.strip() + ")";
    }

    private static List<Filter> base(UserSettings users) throws LdapFailure {
        List<Filter> parts = new ArrayList<>();
        parts.add(Filter.createEqualityFilter("objectClass", users.objectClass()));
        String custom = users.customFilter();
        if (custom != null && !custom.isBlank()) {
            try {
                parts.add(Filter.create(custom.strip()));
            } catch (LDAPException e) {
                throw new LdapFailure(
                        Problem.of(Problem.Kind.SERVER_ERROR, e.getResultCode().toString(), "customUserSearchFilter"),
                        e);
            }
        }
        return parts;
    }
}
