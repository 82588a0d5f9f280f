package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.MembershipSource;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups count, and whose members may be users. */
final class GroupRules {

    private final GroupSettings settings;
    private final Optional<DistinguishedName> base;
    private final NamePatterns imported;
    private final Set<String> userGroups;

    GroupRules(JumpCloudConfig config) {
        this.settings = config.groups();
        this.base = DistinguishedName.parse(settings.groupsDn());
        this.imported = new NamePatterns(settings.names());
        this.userGroups =
                config.users().userGroups().stream().map(GroupRules::fold).collect(Collectors.toSet());
    }

    /** Whether memberships matter at all. */
    boolean needed() {
        return settings.enabled() || restrictsUsers();
    }

    /** Whether the users' own entries say who is in which group. */
    boolean usesMemberOf(Collection<MappedEntry> users) {
        return switch (settings.membershipSource()) {
            case MEMBER_OF -> true;
            case MEMBER -> false;
            case AUTO -> users.stream().anyMatch(user -> !user.memberOf().isEmpty());
        };
    }

    /** Whether memberships are read out of the users' entries, if these have any. */
    boolean readsMemberOf() {
        return needed() && settings.membershipSource() != MembershipSource.MEMBER;
    }

    /** Whether only members of certain groups are users. */
    boolean restrictsUsers() {
        return !userGroups.isEmpty();
    }

    /** Whether somebody in these groups may be a user. */
    boolean admits(Collection<DirectoryGroup> groups) {
        return !restrictsUsers() || groups.stream().anyMatch(this::isRequired);
    }

    /** Names of those of these groups that let somebody in; empty where nobody needs any. */
    List<String> admitting(Collection<DirectoryGroup> groups) {
        return groups.stream()
                .filter(this::isRequired)
                .map(DirectoryGroup::name)
                .sorted()
                .toList();
    }

    private boolean isRequired(DirectoryGroup group) {
        return userGroups.contains(fold(group.name()));
    }

    /** Whether a group is to be imported. */
    boolean isImported(DirectoryGroup group) {
        return settings.enabled() && imported.test(group.name());
    }

    /** The first of {@code names} that none of these groups has. */
    Optional<String> missing(List<String> names, Collection<DirectoryGroup> groups) {
        Set<String> present = groups.stream().map(group -> fold(group.name())).collect(Collectors.toSet());
        return names.stream().filter(name -> !present.contains(fold(name))).findFirst();
    }

    /**
     * The groups that DNs from {@code memberOf} stand for; those outside the groups' base are none. The name is the name attribute's value in the
     * DN, or the DN's first value where the name attribute is another one: JumpCloud's groups repeat their {@code cn} as {@code ou} ("ldapts" live
     * tests).
     */
    List<DirectoryGroup> named(Collection<String> dns) {
        return dns.stream().flatMap(dn -> named(dn).stream()).toList();
    }

    private Optional<DirectoryGroup> named(String text) {
        return DistinguishedName.parse(text)
                .filter(dn -> base.isPresent() && dn.isWithin(base.get()))
                .flatMap(dn -> name(text).map(name -> new DirectoryGroup(dn.key(), text, name)));
    }

    private Optional<String> name(String text) {
        try {
            RDN first = new DN(text).getRDN();
            if (first == null) {
                return Optional.empty();
            }
            String[] types = first.getAttributeNames();
            String[] values = first.getAttributeValues();
            String name = values[0];
            for (int i = 0; i < types.length; i++) {
                if (types[i].equalsIgnoreCase(settings.nameAttribute())) {
                    name = values[i];
                }
            }
            return Optional.of(name.strip()).filter(found -> Names.fault(found).isEmpty());
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
