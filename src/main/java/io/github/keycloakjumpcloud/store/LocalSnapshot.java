package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Keycloak holds that matters for a plan.
 *
 * @param users users of this provider: all of them for a sync, the one in question for a sign-in
 * @param groups groups that this provider created
 * @param usernameHolders who holds each wanted user name, whoever that is; only names that the right user does not hold already
 * @param emailHolders who holds each wanted e-mail address, likewise; empty where the realm allows duplicate addresses
 * @param takenGroupNames names below the groups path of groups that this provider did not create
 * @param holdings what hangs on groups that are no longer in the directory, by Keycloak id; only where something does
 * @param arrivals Keycloak ids of those users who came after a read of the directory had begun
 */
public record LocalSnapshot(
        List<LocalUser> users,
        List<LocalGroup> groups,
        Map<String, Holder> usernameHolders,
        Map<String, Holder> emailHolders,
        Set<String> takenGroupNames,
        Map<String, GroupHoldings> holdings,
        Set<String> arrivals) {

    public LocalSnapshot {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        usernameHolders = Map.copyOf(usernameHolders);
        emailHolders = Map.copyOf(emailHolders);
        takenGroupNames = Set.copyOf(takenGroupNames);
        holdings = Map.copyOf(holdings);
        arrivals = Set.copyOf(arrivals);
    }

    /** Without anybody who came meanwhile. */
    public LocalSnapshot(
            List<LocalUser> users,
            List<LocalGroup> groups,
            Map<String, Holder> usernameHolders,
            Map<String, Holder> emailHolders,
            Set<String> takenGroupNames,
            Map<String, GroupHoldings> holdings) {
        this(users, groups, usernameHolders, emailHolders, takenGroupNames, holdings, Set.of());
    }
}
