package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.core.Response.Status;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What the caller may do in this realm. Who may not learns nothing else, not even whether the provider exists. */
final class Rights {

    private final AdminPermissionEvaluator auth;

    Rights(AdminPermissionEvaluator auth) {
        this.auth = auth;
    }

    void viewRealm() {
        require(auth.realm().canViewRealm(), "view-realm");
    }

    void manageRealm() {
        require(auth.realm().canManageRealm(), "manage-realm");
    }

    void manageRealmAndUsers() {
        require(auth.realm().canManageRealm() && auth.users().canManage(), "manage-realm and manage-users");
    }

    /** Id of the caller. */
    String userId() {
        return auth.adminAuth().getUser().getId();
    }

    private static void require(boolean allowed, String roles) {
        if (!allowed) {
            throw new ApiException(Status.FORBIDDEN, "forbidden", "This needs the right " + roles + " in the realm.");
        }
    }
}
