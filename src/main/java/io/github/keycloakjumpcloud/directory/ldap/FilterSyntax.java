package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;

/** Judges LDAP filters (RFC 4515) that an administrator typed. Stateless. */
public final class FilterSyntax {

    private FilterSyntax() {}

    /**
     * What is wrong with a filter.
     *
     * @param filter the filter, for example {@code (employeeType=Full Time)}
     * @return a sentence in English, or empty where the filter can be parsed
     */
    public static Optional<String> problem(String filter) {
        try {
            Filter.create(filter.strip());
            return Optional.empty();
        } catch (LDAPException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IndexOutOfBoundsException e) {
            // What the library throws for a filter that ends within an escaped character.
            return Optional.of(
                    "It ends in the middle of an escaped character (a backslash and two hexadecimal digits).");
        }
    }
}
