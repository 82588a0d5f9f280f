package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes that a user carries in Keycloak: the mapped ones and this provider's marks.
 *
 * @param values attribute name to its values; the mark {@link Marks#DEPARTED} is never among them
 */
record ProfileAttributes(Map<String, List<String>> values) {

    ProfileAttributes(DirectoryUser user, boolean trustEmail) {
        this(values(user, trustEmail));
    }

    private static Map<String, List<String>> values(DirectoryUser user, boolean trustEmail) {
        Map<String, List<String>> values = new TreeMap<>(user.attributes());
        values.put(Marks.LDAP_ID, List.of(user.id()));
        values.put(Marks.LDAP_ENTRY_DN, List.of(user.dn()));
        values.put(Marks.FINGERPRINT, List.of(Fingerprint.of(user, trustEmail)));
        return values;
    }
}
