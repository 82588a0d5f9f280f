package io.github.keycloakjumpcloud.adopt;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import io.github.keycloakjumpcloud.store.ForeignUser;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.ReturnTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides who can go to a built-in LDAP provider without being lost there: pure. */
final class ReturnPlanner {

    private final UserSettings users;
    private final GroupSettings groups;

    /**
     * @param users where this provider finds users
     * @param groups where it puts groups
     */
    ReturnPlanner(UserSettings users, GroupSettings groups) {
        this.users = users;
        this.groups = groups;
    }

    AdoptionPlan plan(Snapshot directory, ReturnTarget target) {
        String refusal = refusal(directory, target);
        if (refusal != null) {
            return AdoptionPlan.refused(target.componentId(), refusal);
        }
        Set<String> present = directory.users().stream().map(DirectoryUser::id).collect(Collectors.toSet());
        List<ForeignUser> moving = new ArrayList<>();
        List<LeftBehind> left = new ArrayList<>();
        for (ForeignUser user : target.users()) {
            if (user.directoryId() == null
                    || !present.contains(user.directoryId())
                    || target.departed().contains(user.keycloakId())) {
                left.add(
                        new LeftBehind(
                                user.username(),
                                "JumpCloud does not show this user any more, so '" + target.name()
                                        + "' would not find him; he goes when you delete this provider, unless you unlink him first"));
            } else {
                moving.add(user);
            }
        }
        Map<String, DirectoryGroup> released = new HashMap<>();
        for (LocalGroup group : target.groups()) {
            released.put(group.keycloakId(), new DirectoryGroup(group.key(), group.dn(), group.name()));
        }
        return new AdoptionPlan(target.componentId(), null, moving, released, List.of(), left, List.of());
    }

    private @Nullable String refusal(Snapshot directory, ReturnTarget target) {
        if (directory.incomplete().isPresent()) {
            return "JumpCloud could not be read wholly: "
                    + directory.incomplete().map(Problem::sentence).orElse("");
        }
        if (!target.enabled()) {
            return "'" + target.name()
                    + "' is switched off, so that nobody could sign in afterwards. Switch 'Enabled' of it on, and its periodic syncs off until the users have moved.";
        }
        if (!target.imports()) {
            return "'" + target.name()
                    + "' does not import its users, so it cannot take over any that Keycloak stores. Switch 'Import users' of it on.";
        }
        if (target.removesUsers()) {
            return "'" + target.name()
                    + "' deletes users whom it does not find in LDAP, so that one wrong setting of it would cost everybody. Switch 'Remove invalid users"
                    + " during searches' of it off until its first sync was right.";
        }
        if (!directory.idAttribute().ldapName().equalsIgnoreCase(target.idAttribute())) {
            return "'" + target.name() + "' takes its users' ids from " + target.idAttribute()
                    + ", this provider from " + directory.idAttribute().ldapName()
                    + ", so it would recognise nobody. Set 'UUID LDAP attribute' of it to "
                    + directory.idAttribute().ldapName() + " before its first sync.";
        }
        if (!DistinguishedName.keyOf(target.usersDn()).equals(DistinguishedName.keyOf(users.usersDn()))) {
            return "'" + target.name() + "' looks for users in '" + target.usersDn() + "', this provider in '"
                    + users.usersDn() + "'. Set 'Users DN' of it to the latter.";
        }
        if (!target.groupsPaths().isEmpty() && !target.groupsPaths().contains(groups.path())) {
            return "'" + target.name() + "' keeps its groups under " + String.join(", ", target.groupsPaths())
                    + ", this provider under " + groups.path()
                    + ". Set 'Groups Path' of its group mapper to the latter, so that no group comes twice.";
        }
        return null;
    }
}
