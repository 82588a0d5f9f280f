package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** Which membership rows a change comes to. Whoever is a member already does not join, whoever is none does not leave. */
final class MembershipWrite {

    private MembershipWrite() {}

    static void apply(
            UserEntity user,
            PendingChange change,
            List<UserGroupMembershipEntity> present,
            RowChanges changes,
            MemberEvents events) {
        Map<String, UserGroupMembershipEntity> byGroup =
                present.stream().collect(Collectors.toMap(UserGroupMembershipEntity::getGroupId, Function.identity()));
        for (String id : change.join) {
            events.require(id);
            if (!byGroup.containsKey(id)) {
                changes.join(Rows.membership(user, id));
            }
        }
        for (String id : change.leave) {
            UserGroupMembershipEntity row = byGroup.get(id);
            if (row != null) {
                changes.leave(row);
            }
        }
    }
}
