package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the groups and looks for those that must exist. */
final class GroupCount {

    private static final int MOST = 1_000;
    private static final int EXAMPLES = 10;

    private final ReaderLink reader;
    private final JumpCloudConfig config;
    private final GroupSettings settings;
    private final GroupRules rules;
    private final Steps steps;

    GroupCount(ReaderLink reader, JumpCloudConfig config, GroupRules rules, Steps steps) {
        this.reader = reader;
        this.config = config;
        this.settings = config.groups();
        this.rules = rules;
        this.steps = steps;
    }

    /**
     * Searches for groups.
     *
     * @param users those who were seen, with what their entries say of their groups; empty where none could be seen
     */
    Inspection.Groups run(Optional<UserSample> users) throws LdapFailure, LDAPException {
        SearchResult result = search(ofClass(), MOST);
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            throw new LdapFailure(new Blindness(config)
                    .ofMissing(
                            settings.groupsDn(),
                            reader.get(),
                            steps.eachAnswer().toMillis()));
        }
        List<DirectoryGroup> groups = groups(result);
        boolean complete = result.getResultCode().equals(ResultCode.SUCCESS);
        List<DirectoryGroup> named = named(users);
        List<DirectoryGroup> imported =
                groups.stream().filter(rules::isImported).toList();
        return new Inspection.Groups(
                groups.size(),
                complete,
                imported.size(),
                examples(settings.enabled() ? imported : groups),
                missing(groups, complete, users),
                complete ? unlisted(named, groups).orElse(null) : null);
    }

    /** As a sync does it: where it imports no groups, the names within the users' entries are all that it reads; see {@link MembershipRead}. */
    private List<String> missing(List<DirectoryGroup> groups, boolean complete, Optional<UserSample> users)
            throws LdapFailure, LDAPException {
        boolean byNames = !settings.enabled()
                && users.filter(sample -> rules.usesMemberOf(sample.others())).isPresent();
        List<DirectoryGroup> present = byNames ? named(users) : groups;
        boolean all = byNames ? users.filter(UserSample::complete).isPresent() : complete;
        List<String> missing = new ArrayList<>();
        for (String name : config.users().userGroups()) {
            boolean unseen = rules.missing(List.of(name), present).isPresent();
            if (unseen && (all || !exists(name))) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** Asked for by its name: the count may have ended before it came to this group. */
    private boolean exists(String name) throws LdapFailure, LDAPException {
        Filter filter =
                Filter.createANDFilter(ofClass(), Filter.createEqualityFilter(settings.nameAttribute(), name.strip()));
        return !groups(search(filter, 1)).isEmpty();
    }

    /** Users name groups, and the search finds none of these: see {@link MembershipRead}. */
    private Optional<String> unlisted(List<DirectoryGroup> named, List<DirectoryGroup> groups) {
        Set<String> found = groups.stream().map(DirectoryGroup::key).collect(Collectors.toSet());
        boolean contradicts = settings.enabled() && named.stream().noneMatch(group -> found.contains(group.key()));
        return named.stream()
                .filter(group -> contradicts)
                .map(DirectoryGroup::dn)
                .findFirst();
    }

    private List<DirectoryGroup> named(Optional<UserSample> users) {
        return rules.named(users.stream()
                .flatMap(sample -> sample.others().stream())
                .flatMap(user -> user.memberOf().stream())
                .distinct()
                .toList());
    }

    private SearchResult search(Filter filter, int most) throws LdapFailure, LDAPException {
        SearchRequest request =
                new SearchRequest(settings.groupsDn(), SearchScope.SUB, filter, settings.nameAttribute());
        request.setSizeLimit(most);
        return send(request);
    }

    private SearchResult send(SearchRequest request) throws LdapFailure, LDAPException {
        return Searches.send(reader.get(), request, steps.firstOfMany(), steps.deadline());
    }

    private Filter ofClass() {
        return Filter.createEqualityFilter("objectClass", settings.objectClass());
    }

    private List<DirectoryGroup> groups(SearchResult result) {
        return result.getSearchEntries().stream()
                .flatMap(entry -> GroupMapper.map(entry, settings.nameAttribute()).stream())
                .toList();
    }

    private static List<String> examples(List<DirectoryGroup> groups) {
        return groups.stream()
                .map(DirectoryGroup::name)
                .sorted()
                .limit(EXAMPLES)
                .toList();
    }
}
