package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why each thing is done, in sentences that name users and groups, and no e-mail address. */
final class Reasons {

    private final Map<String, String> groupNames;

    /** @param groupNames names of groups by their keys */
    Reasons(Map<String, String> groupNames) {
        this.groupNames = groupNames;
    }

    String created(DirectoryGroup group) {
        return "group '" + group.name() + "' is in JumpCloud and not yet in Keycloak";
    }

    String renamed(GroupRename rename) {
        return "group '" + rename.group().name() + "' is called '" + rename.name() + "' in JumpCloud";
    }

    String removed(LocalGroup group) {
        return "group '" + group.name() + "' is no longer in JumpCloud, and nothing of anybody else's hangs on it";
    }

    String kept(KeptGroup kept) {
        GroupHoldings holdings = kept.holdings();
        List<String> what = new ArrayList<>();
        add(what, holdings.foreignMembers(), "member of other origin", "members of other origin");
        add(what, holdings.subGroups(), "sub-group", "sub-groups");
        add(what, holdings.roleMappings(), "role", "roles");
        if (holdings.isDefault()) {
            what.add("its place among the realm's default groups");
        }
        return "group '" + kept.group().name() + "' is no longer in JumpCloud but stays, because it has "
                + String.join(", ", what) + "; take these away, or remove the group yourself";
    }

    String created(DirectoryUser user) {
        String groups = user.groupKeys().stream()
                .map(groupNames::get)
                .filter(Objects::nonNull)
                .sorted()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        return "'" + user.username() + "' is in JumpCloud and not yet in Keycloak"
                + (groups.isEmpty() ? "" : "; joins " + groups);
    }

    String updated(UserChange change) {
        LocalUser local = change.local();
        if (local.departed()) {
            return "'" + local.username() + "' is in JumpCloud again"
                    + (local.enabled() ? "" : ", and stays disabled, because an administrator disabled the account");
        }
        List<String> what = new ArrayList<>();
        if (!Objects.equals(local.email(), change.user().email())) {
            what.add("the e-mail address");
        }
        if (!change.user().dn().equals(local.dn())) {
            what.add("the DN");
        }
        return "of '" + local.username() + "', " + (what.isEmpty() ? "attributes" : String.join(" and ", what))
                + " changed in JumpCloud, in the settings or in Keycloak";
    }

    String renamed(UserChange change) {
        return "'" + change.local().username() + "' is called '" + change.user().username() + "' in JumpCloud";
    }

    String enabled(UserChange change) {
        return "'" + change.user().username() + "' is in JumpCloud again, and was disabled only for having left it";
    }

    String membership(UserChange change, String group, boolean joins) {
        return "'" + change.user().username() + "' is " + (joins ? "a member of '" : "no longer a member of '") + group
                + "' in JumpCloud";
    }

    String left(UserRemoval removal) {
        LocalUser user = removal.user();
        String name = "'" + user.username() + "'";
        String why =
                switch (removal.fate()) {
                    case DISABLE -> name + " is no longer in JumpCloud";
                    case DELETE ->
                        removal.overdue()
                                ? name + " left JumpCloud and has been disabled for as many days as are configured"
                                : name + " is no longer in JumpCloud";
                    case NOTE ->
                        name + " is no longer in JumpCloud and "
                                + (user.enabled()
                                        ? "stays, but for the password, as configured"
                                        : "stays disabled, as an administrator disabled the account");
                    case NOTHING -> name + " left JumpCloud earlier";
                };
        if (!removal.yields()) {
            return why;
        }
        return why
                + (removal.username().equals(user.username())
                        ? "; somebody else has the e-mail address now, which this account gives up"
                        : "; somebody else is called " + name
                                + " now, so this account gives up its e-mail address and becomes '" + removal.username()
                                + "'");
    }

    private static void add(List<String> what, long count, String one, String several) {
        if (count > 0) {
            what.add(count + " " + (count == 1 ? one : several));
        }
    }
}
