package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.core.Response.Status;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
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

    void manageUsers() {
        require(auth.users().canManage(), "manage-users");
    }

    void manageRealmAndUsers() {
        require(auth.realm().canManageRealm() && auth.users().canManage(), "manage-realm and manage-users");
    }

    /**
     * The caller's language. It is asked of the caller's own settings, as the console does it: the tokens of Keycloak's own admin clients are
     * light-weight and do not carry it.
     */
    String language(KeycloakSession session) {
        String told = auth.adminAuth().getToken().getLocale();
        if (told != null) {
            return told;
        }
        return session.getProvider(LocaleSelectorProvider.class)
                .resolveLocale(auth.adminAuth().getRealm(), auth.adminAuth().getUser())
                .toLanguageTag();
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
