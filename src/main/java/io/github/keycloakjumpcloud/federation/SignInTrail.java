package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.AccountState;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.keycloak.common.ClientConnection;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What a judged sign-in leaves behind for administrators: a log line and, where Keycloak's own LOGIN or LOGIN_ERROR event cannot say it, an
 * IDENTITY_PROVIDER_LOGIN or IDENTITY_PROVIDER_LOGIN_ERROR event beside it. Keycloak gives a provider no way to add to its own event. The one who signs
 * in sees none of it. Belongs to one session.
 */
final class SignInTrail {

    private static final Logger LOG = Logger.getLogger(SignInTrail.class);
    private static final String UNASKED = "jumpcloud_outage";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ComponentModel model;

    SignInTrail(KeycloakSession session, RealmModel realm, ComponentModel model) {
        this.session = session;
        this.realm = realm;
        this.model = model;
    }

    void leave(UserModel user, String dn, Verdict verdict) {
        if (verdict instanceof Verdict.Unavailable unavailable) {
            LOG.warnf(
                    "%s: the sign-in of %s cannot be judged: %s",
                    model.getName(), dn, unavailable.problem().sentence());
        } else if (verdict instanceof Verdict.Unanswered) {
            LOG.infof("%s: nobody approved JumpCloud's push for %s", model.getName(), dn);
        } else if (verdict instanceof Verdict.Refused refused) {
            LOG.infof("%s: JumpCloud refused the sign-in of %s: %s", model.getName(), dn, refused.reason());
            if (refused.state() != AccountState.NOT_TOLD) {
                event(user, EventType.IDENTITY_PROVIDER_LOGIN_ERROR, refused.reason())
                        .error("jumpcloud_" + refused.state().name().toLowerCase(Locale.ROOT));
            }
        } else if (verdict instanceof Verdict.AcceptedUnasked unasked) {
            String reason = unasked.problem().sentence();
            LOG.warnf(
                    "%s: %s was let in by the password of the last good sign-in, because JumpCloud cannot be asked: %s It is"
                            + " accepted so until %s (outageLoginHours)",
                    model.getName(), dn, reason, unasked.until());
            event(user, EventType.IDENTITY_PROVIDER_LOGIN, reason)
                    .detail(UNASKED, "true")
                    .success();
        } else if (verdict instanceof Verdict.RefusedUnasked unasked) {
            String reason = unasked.problem().sentence();
            LOG.warnf(
                    "%s: the sign-in of %s was refused, because the password is not that of the last good sign-in, and JumpCloud"
                            + " cannot be asked: %s",
                    model.getName(), dn, reason);
            event(user, EventType.IDENTITY_PROVIDER_LOGIN_ERROR, reason)
                    .detail(UNASKED, "true")
                    .error(UNASKED);
        } else if (verdict instanceof Verdict.Accepted accepted && accepted.state() != AccountState.NOT_TOLD) {
            LOG.infof(
                    "%s: JumpCloud let %s in, but says %s; a new password is set in the JumpCloud User Portal",
                    model.getName(), dn, accepted.state());
        }
    }

    private EventBuilder event(UserModel user, EventType type, String reason) {
        EventBuilder event = new EventBuilder(realm, session)
                .event(type)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.IDENTITY_PROVIDER, model.getName())
                .detail(Details.REASON, reason);
        ClientConnection connection = session.getContext().getConnection();
        return connection == null ? event : event.ipAddress(connection.getRemoteHost());
    }
}
