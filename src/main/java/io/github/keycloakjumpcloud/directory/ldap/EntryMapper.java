package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Entry;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.UserSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns users' entries into what Keycloak stores, always the same from the same entry, in whatever order the server sends the values. Used by one
 * thread. */
final class EntryMapper {

    private static final String GIVEN_NAME = "givenName";
    private static final String SURNAME = "sn";
    private static final String MEMBER_OF = "memberOf";

    private final UserSettings settings;
    private final boolean withMemberOf;
    private final Map<String, String> mappings;
    private final List<IdAttribute> idCandidates;
    /** One copy of each group's DN: in a large directory there are millions of memberships. */
    private final Map<String, String> groupDns = new HashMap<>();

    /** Maps entries; {@code withMemberOf} says whether their memberships are asked for. */
    EntryMapper(UserSettings settings, boolean withMemberOf) {
        this.settings = settings;
        this.withMemberOf = withMemberOf;
        this.mappings = new TreeMap<>(settings.attributeMappings());
        this.idCandidates = IdResolution.candidates(settings.idAttribute());
    }

    /** The attributes to ask for: these and no others. */
    String[] attributes() {
        Set<String> names = new LinkedHashSet<>();
        names.add(settings.usernameAttribute());
        names.add(settings.emailAttribute());
        names.add(GIVEN_NAME);
        names.add(SURNAME);
        idCandidates.forEach(candidate -> names.add(candidate.ldapName()));
        names.addAll(mappings.keySet());
        if (withMemberOf) {
            names.add(MEMBER_OF);
        }
        return names.toArray(String[]::new);
    }

    MappedEntry map(Entry entry) {
        return new MappedEntry(
                entry.getDN(),
                lower(EntryText.first(entry, settings.usernameAttribute())).orElse(null),
                email(entry),
                name(entry, GIVEN_NAME),
                name(entry, SURNAME),
                attributes(entry),
                ids(entry),
                memberOf(entry));
    }

    private List<String> memberOf(Entry entry) {
        if (!withMemberOf) {
            return List.of();
        }
        return EntryText.all(entry, MEMBER_OF).stream()
                .map(dn -> groupDns.computeIfAbsent(dn, same -> same))
                .toList();
    }

    private @Nullable String email(Entry entry) {
        return EntryText.all(entry, settings.emailAttribute()).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> Names.fault(value).isEmpty())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(Entry entry, String attribute) {
        return EntryText.first(entry, attribute)
                .filter(value -> Names.fault(value).isEmpty())
                .orElse(null);
    }

    private Map<String, List<String>> attributes(Entry entry) {
        Map<String, List<String>> attributes = new HashMap<>();
        mappings.forEach((ldapName, name) -> {
            List<String> values = EntryText.all(entry, ldapName);
            if (!values.isEmpty()) {
                attributes.put(name, values);
            }
        });
        return attributes;
    }

    private Map<IdAttribute, String> ids(Entry entry) {
        Map<IdAttribute, String> ids = new EnumMap<>(IdAttribute.class);
        for (IdAttribute candidate : idCandidates) {
            EntryText.first(entry, candidate.ldapName()).ifPresent(value -> ids.put(candidate, value));
        }
        return ids;
    }

    private static Optional<String> lower(Optional<String> value) {
        return value.map(text -> text.toLowerCase(Locale.ROOT));
    }
}
