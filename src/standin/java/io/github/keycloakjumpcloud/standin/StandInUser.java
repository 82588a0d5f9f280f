package io.github.keycloakjumpcloud.standin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JumpCloud user as an administrator would describe it; the stand-in adds {@code cn}, {@code homeDirectory}, {@code loginShell},
 * {@code uidNumber} and {@code gidNumber} as JumpCloud does, unless the attributes here say otherwise. Immutable: each {@code with} makes a copy.
 *
 * @param uid the username, which is also the RDN
 * @param attributes LDAP attribute to values; an empty list suppresses an attribute that would be derived
 * @param bindDn "Enable as LDAP Bind DN": the user may search, and its entry shows {@code jcLdapAdmin: TRUE}
 * @param pending no password was ever set, so that every bind is refused
 * @param samba the entry carries the Samba object classes too
 * @param groups names of LDAP groups to join; groups that do not exist are created
 */
public record StandInUser(
        String uid,
        Map<String, List<String>> attributes,
        boolean bindDn,
        boolean pending,
        boolean samba,
        Set<String> groups) {

    /** Copies the collections, keeping their order. */
    public StandInUser {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    }

    /** A user with given name, surname and {@code <uid>@example.com}. */
    public static StandInUser of(String uid, String givenName, String surname) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("mail", List.of(uid + "@example.com"));
        attributes.put("givenName", List.of(givenName));
        attributes.put("sn", List.of(surname));
        return new StandInUser(uid, attributes, false, false, false, Set.of());
    }

    /** With these values instead of any it had. */
    public StandInUser with(String attribute, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(attributes);
        changed.keySet().removeIf(attribute::equalsIgnoreCase);
        changed.put(attribute, List.of(values));
        return new StandInUser(uid, changed, bindDn, pending, samba, groups);
    }

    /** Without the attribute, even if it is one that would be derived. */
    public StandInUser without(String attribute) {
        return with(attribute);
    }

    /** As an LDAP Bind DN user, or not. */
    public StandInUser withBindDn(boolean enabled) {
        return new StandInUser(uid, attributes, enabled, pending, samba, groups);
    }

    /** As a user who has not set a password yet. */
    public StandInUser withoutPassword() {
        return new StandInUser(uid, attributes, bindDn, true, samba, groups);
    }

    /** With the Samba object classes. */
    public StandInUser withSamba() {
        return new StandInUser(uid, attributes, bindDn, pending, true, groups);
    }

    /** In these groups, and no others. */
    public StandInUser inGroups(String... names) {
        return new StandInUser(uid, attributes, bindDn, pending, samba, new LinkedHashSet<>(List.of(names)));
    }

    StandInUser renamed(String newUid) {
        return new StandInUser(newUid, attributes, bindDn, pending, samba, groups);
    }
}
