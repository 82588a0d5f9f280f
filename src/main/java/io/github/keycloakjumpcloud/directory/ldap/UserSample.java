package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The users, as far as they are counted.
 *
 * @param others everybody but the reader
 * @param leftOut the reader's entry, where it is left out
 * @param complete whether these are all
 */
record UserSample(List<MappedEntry> others, List<MappedEntry> leftOut, boolean complete) {

    /** Enough to see that it works, and soon there. */
    static final int MOST = 1_000;

    private static final int EXAMPLES = 10;

    /** Searches, as a sync does but for the attributes that decide nothing. */
    static UserSample take(Link link, JumpCloudConfig config, Steps steps) throws LdapFailure, LDAPException {
        EntryMapper mapper = new EntryMapper(withoutMappings(config.users()), new GroupRules(config).readsMemberOf());
        SearchRequest request = new SearchRequest(
                config.users().usersDn(), SearchScope.SUB, UserFilter.all(config.users()), mapper.attributes());
        request.setSizeLimit(MOST);
        SearchResult result = Searches.send(link, request, steps.firstOfMany(), steps.deadline());
        ReaderAccount reader = new ReaderAccount(config);
        Map<Boolean, List<MappedEntry>> isReader = result.getSearchEntries().stream()
                .map(mapper::map)
                .collect(Collectors.partitioningBy(reader::isLeftOut));
        List<MappedEntry> others = isReader.getOrDefault(false, List.of());
        if (others.isEmpty()) {
            throw new LdapFailure(
                    whyNobody(link, config, result, steps.eachAnswer().toMillis()));
        }
        return new UserSample(
                others,
                isReader.getOrDefault(true, List.of()),
                result.getResultCode().equals(ResultCode.SUCCESS));
    }

    private static Problem whyNobody(Link link, JumpCloudConfig config, SearchResult result, long limitMillis)
            throws LDAPException {
        Blindness blindness = new Blindness(config);
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            return blindness.ofMissing(config.users().usersDn(), link, limitMillis);
        }
        return result.getResultCode().equals(ResultCode.SUCCESS)
                ? blindness.ofEmpty(link, limitMillis)
                : Problem.of(Problem.Kind.SIZE_LIMIT, Integer.toString(result.getEntryCount()));
    }

    /** Entries that the search delivered. */
    int delivered() {
        return others.size() + leftOut.size();
    }

    Inspection.Users users(JumpCloudConfig config) {
        IdAttribute id = idAttribute(config);
        String nameAttribute = config.users().usernameAttribute();
        return new Inspection.Users(
                others.size(),
                complete,
                others.stream()
                        .map(MappedEntry::username)
                        .filter(Objects::nonNull)
                        .sorted()
                        .limit(EXAMPLES)
                        .toList(),
                count(entry -> entry.email() == null),
                count(entry -> entry.fault(id, nameAttribute).isPresent()),
                leftOut.stream()
                        .map(entry -> Optional.ofNullable(entry.username()).orElse(entry.dn()))
                        .findFirst()
                        .orElse(null));
    }

    Inspection.Identity identity(JumpCloudConfig config) {
        IdAttribute attribute = idAttribute(config);
        Map<String, Long> holders = others.stream()
                .flatMap(entry -> entry.usableId(attribute).stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        long shared = holders.values().stream()
                .filter(many -> many > 1)
                .mapToLong(Long::longValue)
                .sum();
        return new Inspection.Identity(attribute, Math.toIntExact(shared));
    }

    private IdAttribute idAttribute(JumpCloudConfig config) {
        return IdResolution.resolve(config.users().idAttribute(), others);
    }

    private int count(Predicate<MappedEntry> what) {
        return Math.toIntExact(others.stream().filter(what).count());
    }

    private static UserSettings withoutMappings(UserSettings users) {
        return new UserSettings(
                users.usersDn(),
                users.objectClass(),
                users.usernameAttribute(),
                users.emailAttribute(),
                users.idAttribute(),
                users.customFilter(),
                users.userGroups(),
                Map.of(),
                users.importBindUser(),
                users.trustEmail());
    }
}
