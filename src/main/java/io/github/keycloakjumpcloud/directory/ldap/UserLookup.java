package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Lookup.Unusable.Cause;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks one user up, within a deadline. */
final class UserLookup {

    /** Two are enough to know that a name is not unique. */
    private static final int ENOUGH = 2;

    /** Until a thread takes a look-up up. */
    private static final Duration HANDING_OVER = Duration.ofMillis(100);

    private final LdapConnections connections;
    private final JumpCloudConfig config;
    private final ReaderAccount reader;
    private final GroupRules groupRules;
    private final EntryMapper mapper;
    private final Deadline deadline;
    private final Duration patience;
    private boolean asked;

    UserLookup(LdapConnections connections, JumpCloudConfig config, Deadline deadline) {
        this.connections = connections;
        this.config = config;
        this.reader = new ReaderAccount(config);
        this.groupRules = new GroupRules(config);
        this.mapper = new EntryMapper(config.users(), groupRules.readsMemberOf());
        this.deadline = deadline;
        Duration readTimeout = config.connection().readTimeout();
        this.patience =
                readTimeout.compareTo(LdapConnections.LOOKUP_LIMIT) < 0 ? readTimeout : LdapConnections.LOOKUP_LIMIT;
    }

    /**
     * Looks a user up.
     *
     * @param attribute the attribute that has the value
     * @param known whether Keycloak knows him, so that the reader must prove that it would have seen him, at the cost of one more search
     * @param isAskedFor whether an entry, once mapped, is the one asked for: LDAP compares more loosely than Keycloak
     */
    Lookup find(String attribute, String value, boolean known, Predicate<MappedEntry> isAskedFor) throws LdapFailure {
        SearchResult result = search(
                config.users().usersDn(),
                UserFilter.equal(config.users(), attribute, value),
                ENOUGH,
                mapper.attributes());
        List<MappedEntry> entries =
                result.getSearchEntries().stream().map(mapper::map).toList();
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            return new Lookup.Unknown(whyMissing(config.users().usersDn()));
        }
        if (entries.size() > 1) {
            return new Lookup.Ambiguous("Several entries in JumpCloud have the same " + attribute
                    + ", so it is not clear who is meant. Make it unique in JumpCloud.");
        }
        requireComplete(result);
        if (!entries.isEmpty() && isAskedFor.test(entries.get(0))) {
            return judge(entries.get(0));
        }
        return known ? provenAbsence() : new Lookup.Absent();
    }

    private Lookup provenAbsence() throws LdapFailure {
        return ask((link, limitMillis) -> new Blindness(config).ofAbsent(link, limitMillis))
                .<Lookup>map(Lookup.Unknown::new)
                .orElseGet(Lookup.Absent::new);
    }

    private Lookup judge(MappedEntry entry) throws LdapFailure {
        if (reader.isLeftOut(entry)) {
            return unusable(
                    Cause.READER,
                    "This is the account with which Keycloak searches JumpCloud. It is neither imported nor able to sign in;"
                            + " switch importBindUser on if it belongs to a person.",
                    entry);
        }
        IdAttribute idAttribute = IdResolution.resolve(config.users().idAttribute(), List.of(entry));
        var fault = entry.fault(idAttribute, config.users().usernameAttribute());
        if (fault.isPresent()) {
            return unusable(Cause.INCOMPLETE, fault.get(), entry);
        }
        List<DirectoryGroup> groups = groupRules.needed() ? groupsOf(entry) : List.of();
        if (!groupRules.admits(groups)) {
            return new Lookup.Unusable(
                    Cause.OUTSIDE_USER_GROUPS,
                    "The user is in none of the groups that userGroups names. Add the user to one of them in JumpCloud.",
                    entry.dn(),
                    groups.stream().map(DirectoryGroup::name).sorted().toList());
        }
        List<DirectoryGroup> imported =
                groups.stream().filter(groupRules::isImported).toList();
        Set<String> keys = imported.stream().map(DirectoryGroup::key).collect(Collectors.toSet());
        return new Lookup.Present(entry.user(idAttribute, keys), imported, idAttribute, groupRules.admitting(groups));
    }

    private static Lookup unusable(Cause cause, String reason, MappedEntry entry) {
        return new Lookup.Unusable(cause, reason, entry.dn(), List.of());
    }

    /**
     * An entry without {@code memberOf} is in no group if the directory serves {@code memberOf} at all; as long as no entry has shown that it does,
     * the groups are asked.
     */
    private List<DirectoryGroup> groupsOf(MappedEntry entry) throws LdapFailure {
        if (!entry.memberOf().isEmpty()) {
            connections.noteMemberOfServed();
        }
        boolean askGroups =
                switch (config.groups().membershipSource()) {
                    case MEMBER -> true;
                    case MEMBER_OF -> false;
                    case AUTO -> !connections.isMemberOfServed();
                };
        return askGroups ? groupsWith(entry.dn()) : groupRules.named(entry.memberOf());
    }

    private List<DirectoryGroup> groupsWith(String memberDn) throws LdapFailure {
        String nameAttribute = config.groups().nameAttribute();
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", config.groups().objectClass()),
                Filter.createEqualityFilter("member", memberDn));
        SearchResult result = search(config.groups().groupsDn(), filter, 0, nameAttribute);
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            throw new LdapFailure(whyMissing(config.groups().groupsDn()));
        }
        requireComplete(result);
        return result.getSearchEntries().stream()
                .flatMap(group -> GroupMapper.map(group, nameAttribute).stream())
                .toList();
    }

    private SearchResult search(String base, Filter filter, int sizeLimit, String... attributes) throws LdapFailure {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
        request.setSizeLimit(sizeLimit);
        return ask((link, limitMillis) -> Searches.send(link, request, limitMillis));
    }

    private Problem whyMissing(String base) throws LdapFailure {
        return ask((link, limitMillis) -> new Blindness(config).ofMissing(base, link, limitMillis));
    }

    private <T> T ask(Question<T> question) throws LdapFailure {
        boolean hurried = deadline.leavesLessThan(patience.minus(HANDING_OVER));
        long limitMillis = limit();
        LinkPool.Request<T> request = link -> question.put(link, limitMillis);
        return connections.search(limitMillis, hurried ? request.inHaste() : request);
    }

    private long limit() throws LdapFailure {
        if (!asked && deadline.leavesLessThan(patience.dividedBy(2))) {
            // It has waited here; the server would get too little time for an answer.
            throw new LdapFailure(Problem.of(
                    Problem.Kind.BUSY, Integer.toString(config.connection().poolSize())));
        }
        asked = true;
        if (deadline.isOver()) {
            // Nobody waits for the answer any more.
            throw new LdapFailure(
                    Problem.of(Problem.Kind.TIMEOUT, Long.toString(LdapConnections.LOOKUP_LIMIT.toMillis())));
        }
        return deadline.millisWithin(config.connection().readTimeout());
    }

    /** One request with its share of the time. */
    @FunctionalInterface
    private interface Question<T> {
        T put(Link link, long limitMillis) throws LDAPException;
    }

    private static void requireComplete(SearchResult result) throws LdapFailure {
        if (result.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
            throw new LdapFailure(Problem.of(Problem.Kind.SIZE_LIMIT, Integer.toString(result.getEntryCount())));
        }
        if (result.getReferenceCount() > 0) {
            throw new LdapFailure(ResultCodes.referral());
        }
    }
}
