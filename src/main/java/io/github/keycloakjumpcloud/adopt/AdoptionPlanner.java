package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.ForeignFederation;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what can move from another provider: pure, from a complete read of the directory and what Keycloak holds. */
final class AdoptionPlanner {

    private final GroupSettings settings;

    /** @param settings where this provider puts groups, and whether it imports any */
    AdoptionPlanner(GroupSettings settings) {
        this.settings = settings;
    }

    AdoptionPlan plan(Snapshot directory, ForeignFederation source) {
        String refusal = refusal(directory, source);
        if (refusal != null) {
            return AdoptionPlan.refused(source.componentId(), refusal);
        }
        Map<String, DirectoryUser> byId = directory.users().stream()
                .collect(Collectors.toMap(DirectoryUser::id, Function.identity(), (first, second) -> first));
        Map<String, DirectoryUser> byDn = directory.users().stream()
                .collect(Collectors.toMap(
                        user -> DistinguishedName.keyOf(user.dn()), Function.identity(), (first, second) -> first));
        List<ForeignUser> moving = new ArrayList<>();
        List<ForeignUser> absent = new ArrayList<>();
        List<LeftBehind> left = new ArrayList<>();
        Set<String> seen = new HashSet<>(source.takenDirectoryIds());
        for (ForeignUser user : source.users()) {
            String obstacle = obstacle(user, byId, byDn, seen);
            if (obstacle != null) {
                left.add(new LeftBehind(user.username(), obstacle));
                continue;
            }
            moving.add(user);
            if (!byId.containsKey(user.directoryId())) {
                absent.add(user);
            }
        }
        if (moving.size() == absent.size() && !source.users().isEmpty()) {
            return AdoptionPlan.refused(
                    source.componentId(),
                    "None of the " + source.users().size() + " users of '" + source.name()
                            + "' has an id that JumpCloud shows now. Either the two providers look at different organizations, or their ids come from"
                            + " different attributes: compare organization, user path and identity attribute of both.");
        }
        return new AdoptionPlan(
                source.componentId(), null, moving, groups(directory, source, left), absent, left, List.of());
    }

    private @Nullable String refusal(Snapshot directory, ForeignFederation source) {
        if (!source.imports()) {
            return "'" + source.name()
                    + "' does not import its users, so Keycloak holds none that could move. Delete it and sync this provider.";
        }
        if (directory.incomplete().isPresent()) {
            return "JumpCloud could not be read wholly: "
                    + directory.incomplete().map(Problem::sentence).orElse("");
        }
        if (!directory.idAttribute().ldapName().equalsIgnoreCase(source.idAttribute())) {
            return "'" + source.name() + "' takes its users' ids from " + source.idAttribute()
                    + ", this provider from " + directory.idAttribute().ldapName()
                    + ", so nobody could be recognised. Set 'LDAP attribute: identity' of this provider to "
                    + source.idAttribute() + " before its first sync.";
        }
        if (settings.enabled()
                && !source.groupsPaths().isEmpty()
                && !source.groupsPaths().contains(settings.path())) {
            return "'" + source.name() + "' keeps its groups under " + String.join(", ", source.groupsPaths())
                    + ", this provider under " + settings.path()
                    + ". Set 'Parent of imported groups' of this provider to the other one's, so that no group comes twice.";
        }
        return null;
    }

    private static @Nullable String obstacle(
            ForeignUser user, Map<String, DirectoryUser> byId, Map<String, DirectoryUser> byDn, Set<String> seen) {
        String id = user.directoryId();
        if (id == null) {
            return "the attribute LDAP_ID is missing, so it cannot be told who this is; let the other provider sync once more";
        }
        DirectoryUser namesake = user.dn() == null ? null : byDn.get(DistinguishedName.keyOf(user.dn()));
        if (!byId.containsKey(id) && namesake != null) {
            return "the JumpCloud user of that name has another id (" + namesake.id() + " rather than " + id
                    + "), so it is a different person; delete this user to let the new one in";
        }
        if (user.ownPassword()) {
            return "Keycloak stores a password for this user (edit mode UNSYNCED), which would go on working whatever JumpCloud says; delete it"
                    + " under Users > Credentials, then preview again";
        }
        return seen.add(id) ? null : "another user has the same LDAP_ID, " + id + "; delete one of the two";
    }

    private Map<String, DirectoryGroup> groups(Snapshot directory, ForeignFederation source, List<LeftBehind> left) {
        Map<String, DirectoryGroup> groups = new HashMap<>();
        if (!settings.enabled() || source.groupsPaths().isEmpty()) {
            return groups;
        }
        Set<String> names = new HashSet<>();
        for (DirectoryGroup group : directory.groups()) {
            String keycloakId = source.groups().get(group.name());
            if (keycloakId == null) {
                continue;
            }
            if (names.add(group.name())) {
                groups.put(keycloakId, group);
            } else {
                left.add(new LeftBehind(
                        group.name(), "several JumpCloud groups have this name; rename all but one of them"));
            }
        }
        return groups;
    }
}
